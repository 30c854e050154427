// A flat square in the world: the floor under the feet, or a support.
#include "frame.glsl"
#include "transform.glsl"

uniform vec3 uCentre;
uniform vec3 uSide; // half the square's edge along each of its axes, mm
uniform vec3 uOther;

out vec2 vPosition;
out vec3 vWorld;

void main() {
    vPosition = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
    vWorld = uCentre + vPosition.x * uSide + vPosition.y * uOther;
    gl_Position = clipPosition(vWorld, 0.0);
}
