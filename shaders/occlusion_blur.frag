// Averages the 4 x 4 pixels over which the occlusion's sample pattern rotates, within one surface.
#include "frame.glsl"
#include "view_position.glsl"

in vec2 vPosition;

uniform sampler2D tColour;

layout(location = 0) out vec4 oOpen;

void main() {
    ivec2 pixel = ivec2(gl_FragCoord.xy);
    ivec2 last = ivec2(uViewport.xy) - 1;
    float depth = texelFetch(tDepth, pixel, 0).r;
    oOpen = vec4(1.0);
    if (depth >= 1.0)
        return;
    float away = viewDistance(depth);
    float sum = 0.0, total = 0.0;
    for (int y = -2; y < 2; ++y)
        for (int x = -2; x < 2; ++x) {
            ivec2 there = clamp(pixel + ivec2(x, y), ivec2(0), last);
            float apart = viewDistance(texelFetch(tDepth, there, 0).r) - away;
            float weight = max(1.0 - abs(apart) / 12.0, 0.001);
            sum += weight * texelFetch(tColour, there, 0).r;
            total += weight;
        }
    oOpen = vec4(vec3(sum / total), 1.0);
}
