// The skin of the standing body, in the measured stance.
#include "frame.glsl"
#include "transform.glsl"

layout(location = 0) in vec3 aPosition;
layout(location = 1) in vec4 aNormal;

uniform mat4 uModel;

out vec3 vWorld;
out vec3 vNormal;

void main() {
    vWorld = (uModel * vec4(aPosition, 1.0)).xyz;
    vNormal = mat3(uModel) * aNormal.xyz;
    gl_Position = clipPosition(vWorld, 0.0);
}
