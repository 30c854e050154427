#include "frame.glsl"
#include "light.glsl"

in vec2 vPosition;
in vec3 vWorld;

uniform sampler2D tShadow; // r: fraction of light that the body blocks
uniform vec3 uNormal;
uniform float uBoard; // 1: a support with a surface of its own, 0: shadow only

layout(location = 0) out vec4 oColour;

void main() {
    float dark = texture(tShadow, vPosition * 0.5 + 0.5).r;
    vec2 within = abs(vPosition);
    float radius = length(max(within - 0.72, 0.0)) / 0.28;
    float edge = 1.0 - smoothstep(0.0, 1.0, radius);
    // From behind, a wall fades so that the body remains visible.
    float front = smoothstep(-0.02, 0.12, dot(uNormal, normalize(uEye.xyz - vWorld)));
    vec3 board = vec3(0.66, 0.645, 0.62) * (0.86 + 0.14 * dot(uNormal, uUp.xyz));
    float cover = uBoard * edge * mix(0.10, 0.92, front);
    float shade = 0.62 * dark * mix(1.0, front * edge, uBoard);
    vec4 result = vec4(board, 1.0) * cover;
    vec3 shadow = vec3(0.045, 0.035, 0.030);
    oColour = vec4(shadow * shade + result.rgb * (1.0 - shade), shade + result.a * (1.0 - shade));
}
