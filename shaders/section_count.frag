in vec2 vPosition;
in vec3 vWorld;

void main() {
}
