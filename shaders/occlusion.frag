// Ambient occlusion from the depth buffer (after McGuire et al. 2011): whatever rises above the
// tangent plane nearby blocks light, the more the closer it is.
#include "frame.glsl"
#include "view_position.glsl"

in vec2 vPosition;

uniform float uReach; // mm

layout(location = 0) out vec4 oOpen;

const int kSamples = 18;
const float kTangentMm = 1.5;

vec3 positionAt(ivec2 pixel) {
    return viewPosition(pixel, texelFetch(tDepth, pixel, 0).r);
}

// Of the differences to both neighbours, the smaller one stays on the same surface.
vec3 shorter(vec3 a, vec3 b) {
    return abs(a.z) < abs(b.z) ? a : b;
}

void main() {
    ivec2 pixel = ivec2(gl_FragCoord.xy);
    float depth = texelFetch(tDepth, pixel, 0).r;
    oOpen = vec4(1.0);
    if (depth >= 1.0)
        return;
    vec3 here = viewPosition(pixel, depth);
    ivec2 last = ivec2(uViewport.xy) - 1;
    // The tangent plane over a millimetre or so: one sliver triangle is not a crevice.
    int span = int(clamp(kTangentMm / (uViewport.z * here.z), 1.0, 12.0));
    vec3 dx = shorter(positionAt(min(pixel + ivec2(span, 0), last)) - here,
                      here - positionAt(max(pixel - ivec2(span, 0), ivec2(0))));
    vec3 dy = shorter(positionAt(min(pixel + ivec2(0, span), last)) - here,
                      here - positionAt(max(pixel - ivec2(0, span), ivec2(0))));
    vec3 normal = normalize(cross(dx, dy)) * vec3(-1.0); // z points away from the eye
    float reach = min(uReach / (uViewport.z * here.z), 0.25 * uViewport.w); // pixels
    float turn = 6.2831853 *
                 fract(52.9829189 * fract(dot(vec2(pixel & 3), vec2(0.3711056, 0.7583715))));
    float sum = 0.0;
    for (int i = 0; i < kSamples; ++i) {
        float share = (float(i) + 0.5) / float(kSamples);
        float angle = turn + float(i) * 2.3999632;
        // Most samples near, a few far: for creases between muscles and for the armpit.
        vec2 offset = max(reach * share * share, 1.5) * vec2(cos(angle), sin(angle));
        vec3 to = positionAt(clamp(pixel + ivec2(offset), ivec2(0), last)) - here;
        float square = dot(to, to);
        float rise = max(dot(to, normal) - 0.4 - 0.0006 * here.z, 0.0);
        float near = max(1.0 - square / (1.6 * uReach * uReach), 0.0);
        sum += near * rise * inversesqrt(square + 1.0) * (0.55 + 0.9 * (1.0 - share));
    }
    oOpen = vec4(vec3(clamp(1.0 - 2.7 * sum / float(kSamples), 0.0, 1.0)), 1.0);
}
