#include "frame.glsl"
#include "light.glsl"

in vec2 vPosition;
in vec2 vStyle;
flat in uint vId;

uniform float uFade; // 1 unobstructed, less behind the body

layout(location = 0) out vec4 oColour;

void main() {
    float distance = length(vPosition);
    float pixel = max(fwidth(distance), 1e-4);
    float ball = clamp(0.5 - (distance - 1.0) / pixel, 0.0, 1.0);
    // A pale halo one pixel wide separates the ball from muscle of the same colour.
    float hem = 0.75 * clamp(0.5 - (distance - 1.0 - 1.2 * pixel) / pixel, 0.0, 1.0);
    vec2 position = vPosition / max(distance, 1.0);
    vec3 local = vec3(position, sqrt(max(1.0 - dot(position, position), 0.0)));
    vec3 normal = normalize(transpose(mat3(uView)) * local);
    vec3 toEye = vec3(uView[0][2], uView[1][2], uView[2][2]);
    vec3 base = mix(vec3(0.22, 0.006, 0.012), vec3(0.42, 0.008, 0.014), vStyle.x);
    base = mix(base, vec3(0.75, 0.10, 0.03), 0.6 * vStyle.y);
    vec3 colour = base * diffuseLight(normal, 0.3, vec3(1.0));
    colour += vec3(0.85) * gloss(normal, toEye, 40.0) + rimLight(normal, toEye);
    // Behind the body the emphasised ones stay readable, the others recede.
    float fade = uFade < 1.0 ? uFade * mix(0.4, 1.0, vStyle.x) : 1.0;
    oColour = (vec4(toneMap(colour), 1.0) * ball +
               vec4(1.0, 0.93, 0.84, 1.0) * (hem * (1.0 - ball))) * fade;
}
