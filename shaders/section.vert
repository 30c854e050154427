// The section in a cut's plane. FAN: a triangle from a fixed point to each segment of a contour,
// which counts in the stencil how often the contour encloses a pixel. LINE: the segment widened to
// a line. AREA: the bounding box of a contour.
#include "frame.glsl"
#include "transform.glsl"

layout(location = 0) in vec4 aSegment; // start and end in the plane's frame, mm
layout(location = 1) in vec2 aWidths;  // of the cortex there, mm

uniform vec3 uOrigin; // the plane's frame in the world
uniform vec3 uRight;
uniform vec3 uUpward;
uniform float uBehind; // mm, see clipPosition
#ifdef FAN
uniform vec2 uMiddle;
#endif
#ifdef AREA
uniform vec4 uBox; // lower and upper corner
#endif
#ifdef LINE
uniform vec3 uBreadth; // of the line: mm, minimum in pixels, fraction of the cortex's width
flat out vec4 vSegment;
flat out vec2 vReach;
#endif

out vec2 vPosition;
out vec3 vWorld;

void main() {
#ifdef FAN
    vPosition = gl_VertexID == 0 ? uMiddle : gl_VertexID == 1 ? aSegment.xy : aSegment.zw;
#endif
#ifdef AREA
    vPosition = mix(uBox.xy, uBox.zw, vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)));
#endif
#ifdef LINE
    vec2 along = aSegment.zw - aSegment.xy;
    float length_ = length(along);
    along = length_ > 1e-5 ? along / length_ : vec2(1.0, 0.0);
    vec3 middle = uOrigin + aSegment.x * uRight + aSegment.y * uUpward;
    float smallest = uBreadth.y * uViewport.z * length(uEye.xyz - middle);
    vReach = max(vec2(uBreadth.x) + uBreadth.z * aWidths, vec2(smallest));
    vSegment = aSegment;
    float reach = max(vReach.x, vReach.y);
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
    vPosition = mix(aSegment.xy, aSegment.zw, 0.5 + 0.5 * corner.x) +
             reach * (corner.x * along + corner.y * vec2(-along.y, along.x));
#endif
    vWorld = uOrigin + vPosition.x * uRight + vPosition.y * uUpward;
    gl_Position = clipPosition(vWorld, uBehind);
}
