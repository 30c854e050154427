// Background: white behind the body, a hint of warm grey towards the corners.
#include "frame.glsl"
#include "srgb.glsl"

in vec2 vPosition;

uniform vec4 uWindow; // offset and scale of this tile in the whole picture
uniform float uAspect;

layout(location = 0) out vec4 oColour;

void main() {
    vec2 position = uWindow.xy + uWindow.zw * vPosition;
    vec2 off = (position - vec2(0.5, 0.56)) * vec2(min(uAspect, 1.9), 1.0);
    float far = smoothstep(0.05, 1.05, length(off));
    vec3 colour = mix(vec3(0.985, 0.981, 0.973), vec3(0.868, 0.852, 0.830), far);
    // Noise finer than one step of 8 bits hides the banding of the gradient.
    vec2 pixel = gl_FragCoord.xy + floor(uWindow.xy * vec2(uAspect, 1.0) * uViewport.w + 0.5);
    float grain = fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715))));
    oColour = vec4(fromSrgb(colour + (grain - 0.5) / 255.0), 1.0);
}
