// One triangle over the whole picture, at the furthest depth.
out vec2 vPosition;

void main() {
    vec2 corner = vec2(float((gl_VertexID << 1) & 2), float(gl_VertexID & 2));
    vPosition = corner;
    gl_Position = vec4(corner * 2.0 - 1.0, 1.0, 1.0);
}
