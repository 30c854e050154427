// Places a surface and nothing else: depth, masks and ids.
#include "frame.glsl"
#include "transform.glsl"

layout(location = 0) in vec3 aPosition;

uniform vec4 uInstance; // x: mirror factor
uniform mat4 uModel;
uniform float uBehind; // mm, see clipPosition

invariant gl_Position;

void main() {
    vec3 world = (uModel * vec4(aPosition * vec3(uInstance.x, 1.0, 1.0), 1.0)).xyz;
    gl_Position = clipPosition(world, uBehind);
}
