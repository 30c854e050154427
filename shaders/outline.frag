// An outline around the selected structures that shows through whatever hides them: dark with a
// light border, so that it is readable on muscle and on paper.
in vec2 vPosition;

uniform sampler2D tMask;
uniform float uWidth; // pixels
uniform float uStrength;

layout(location = 0) out vec4 oColour;

const int kTaps = 16;

void main() {
    ivec2 last = textureSize(tMask, 0) - 1;
    ivec2 pixel = min(ivec2(vPosition * vec2(last + 1)), last);
    float here = texelFetch(tMask, pixel, 0).r;
    float near = here, far = here;
    for (int i = 0; i < kTaps; ++i) {
        float angle = 6.2831853 * float(i) / float(kTaps);
        vec2 direction = vec2(cos(angle), sin(angle));
        near = max(near, texelFetch(tMask, clamp(pixel + ivec2(round(direction * uWidth)), ivec2(0), last),
                                    0).r);
        far = max(far, texelFetch(tMask,
                                  clamp(pixel + ivec2(round(direction * (uWidth + 1.6))), ivec2(0), last),
                                  0).r);
    }
    float line = clamp(near - here, 0.0, 1.0);
    float hem = clamp(far - near, 0.0, 1.0);
    vec4 dark = vec4(0.006, 0.095, 0.135, 1.0) * (0.95 * line);
    vec4 light = vec4(1.0) * (0.55 * hem * (1.0 - line));
    oColour = (dark + light) * uStrength;
}
