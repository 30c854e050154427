// Only positions a surface: for depth, masks and ids.
#include "frame.glsl"
#include "transform.glsl"
#include "skinning.glsl"
#include "cut.glsl"

layout(location = 0) in vec3 aPosition;

uniform vec4 uInstance; // x: mirror factor
uniform mat4 uModel;
uniform float uBehind; // mm, see clipPosition

invariant gl_Position;

void main() {
    vec3 position = aPosition * vec3(uInstance.x, 1.0, 1.0);
    vec4 turn;
    posePoint(position, uInstance.x < 0.0 ? 1 : 0, turn);
    vec3 world = (uModel * vec4(position, 1.0)).xyz;
    cutAt(world);
    gl_Position = clipPosition(world, uBehind);
}
