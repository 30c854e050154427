// The frame around a cut's plane: each edge a line of the same width in the picture at any slant.
#include "frame.glsl"
#include "transform.glsl"

layout(location = 0) in vec4 aSegment; // start and end in the plane's frame, mm

uniform vec3 uOrigin; // the plane's frame in the world
uniform vec3 uRight;
uniform vec3 uUpward;
uniform float uBreadth; // half the line width, pixels

const float kNearest = 1.0; // mm in front of the eye: what is behind it cannot be projected

void main() {
    vec4 from = clipPosition(uOrigin + aSegment.x * uRight + aSegment.y * uUpward, 0.0);
    vec4 to = clipPosition(uOrigin + aSegment.z * uRight + aSegment.w * uUpward, 0.0);
    if (from.w < kNearest && to.w > from.w)
        from = mix(from, to, (kNearest - from.w) / (to.w - from.w));
    if (to.w < kNearest && from.w > to.w)
        to = mix(to, from, (kNearest - to.w) / (from.w - to.w));
    vec2 along = (to.xy / to.w - from.xy / from.w) * uViewport.xy;
    along = length(along) > 1e-4 ? normalize(along) : vec2(1.0, 0.0);
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1) * 2.0 - 1.0);
    vec4 clip = corner.x < 0.5 ? from : to;
    vec2 off = uBreadth * (corner.y * vec2(-along.y, along.x) + (corner.x * 2.0 - 1.0) * along);
    clip.xy += 2.0 * off / uViewport.xy * clip.w;
    gl_Position = clip;
}
