layout(location = 0) out vec4 oMask;

void main() {
    oMask = vec4(1.0);
}
