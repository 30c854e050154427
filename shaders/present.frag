// The finished picture, encoded for the screen.
#include "srgb.glsl"

in vec2 vPosition;

uniform sampler2D tColour;
uniform float uKeepAlpha; // 1: straight alpha for a picture without a background

layout(location = 0) out vec4 oColour;

void main() {
    vec4 colour = texture(tColour, vPosition);
    float alpha = max(colour.a, 1e-4);
    vec3 straight = uKeepAlpha > 0.5 ? min(colour.rgb / alpha, 1.0) : colour.rgb;
    oColour = vec4(toSrgb(straight), mix(1.0, colour.a, uKeepAlpha));
}
