// A square in the world: a load mark, the plumb line or the mark of the centre of mass.
#include "frame.glsl"
#include "transform.glsl"

uniform vec3 uCentre; // mm, world
uniform vec3 uSide;   // half of the square, mm
uniform vec3 uOther;

out vec2 vPosition;

void main() {
    vPosition = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
    gl_Position = clipPosition(uCentre + vPosition.x * uSide + vPosition.y * uOther, 0.0);
}
