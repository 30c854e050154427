in vec2 vPlace;
in vec3 vWorld;

void main() {
}
