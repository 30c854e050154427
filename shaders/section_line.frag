// A line of the section: all points within its half width of a segment.
#include "frame.glsl"
#include "light.glsl"

in vec2 vPosition;
in vec3 vWorld;
flat in vec4 vSegment;
flat in vec2 vReach;

uniform vec4 uColour; // linear, w: opacity

layout(location = 0) out vec4 oColour;

void main() {
    vec2 along = vSegment.zw - vSegment.xy;
    float share = clamp(dot(vPosition - vSegment.xy, along) / max(dot(along, along), 1e-8), 0.0, 1.0);
    // A pixel whose centre is just outside may still be partly covered: the edges of the geometry
    // decide that.
    float slack = uViewport.z * length(uEye.xyz - vWorld);
    if (length(vPosition - vSegment.xy - share * along) > mix(vReach.x, vReach.y, share) + slack)
        discard;
    oColour = vec4(toneMap(uColour.rgb), 1.0) * uColour.w;
}
