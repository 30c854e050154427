// A pale contour: surfaces facing the eye are clear, those seen edge-on form a line.
#include "frame.glsl"

in vec3 vWorld;
in vec3 vNormal;

uniform float uStrength;

layout(location = 0) out vec4 oColour;

const vec3 kCoolGrey = vec3(0.30, 0.36, 0.43);

void main() {
    float facing = abs(dot(normalize(vNormal), normalize(uEye.xyz - vWorld)));
    float edge = 1.0 - facing;
    float alpha = uStrength * (0.05 + 0.8 * edge * edge * edge);
    oColour = vec4(kCoolGrey * alpha, alpha);
}
