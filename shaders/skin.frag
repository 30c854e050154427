// The skin with its paint. Only its nearest layer is drawn (after a depth pass). FINE: the full
// picture at rest. MORE: with zones of other trigger points, or a pulse. CLEAR: no paint.
#include "frame.glsl"
#include "light.glsl"
#include "cut_away.glsl"

in vec3 vWorld;
in vec4 vNormal;
in vec4 vPaint;
in vec3 vBody; // mm, the body's own frame: hatching stays fixed to the skin

#ifdef FINE
uniform sampler2D tOcclusion;
#endif

layout(location = 0) out vec4 oColour;

const vec3 kSkin = vec3(0.68, 0.435, 0.335);
const vec3 kEssential = vec3(0.86, 0.006, 0.012);
const vec3 kChosen = vec3(0.045, 0.20, 0.62);
const vec3 kCaution = vec3(0.24, 0.155, 0.0);

// Fraction of the pixel on the negative side of an edge at `distance`.
float inside(float distance) {
    float width = max(fwidth(distance), 1e-4);
    return clamp(0.5 - distance / width, 0.0, 1.0);
}

// Composites a coat over the base; both premultiplied.
vec4 coated(vec4 below, vec3 colour, float alpha) {
    return vec4(colour * alpha + below.rgb * (1.0 - alpha), alpha + below.a * (1.0 - alpha));
}

// How much of the pixel the hatching of a caution area covers: slanting lines and a rim.
float hatch(float edge) {
    const float kSpacing = 7.0, kLine = 1.5, kRim = 1.6; // mm
    float slant = (vBody.y + vBody.x + vBody.z) * 0.7071;
    float fromLine = abs(fract(slant / kSpacing) - 0.5) * kSpacing;
    float lines = inside(fromLine - 0.5 * kLine);
    float rim = 1.0 - inside(edge + max(kRim, 1.6 * fwidth(edge)));
    return inside(edge) * max(lines, rim);
}

#ifdef MORE
#include "zones.glsl"
#endif

void main() {
    cutAway();
    vec3 normal = normalize(gl_FrontFacing ? vNormal.xyz : -vNormal.xyz);
    vec3 toEye = normalize(uEye.xyz - vWorld);
    float open = 1.0 - 0.4 * max(vNormal.w, 0.0);
#ifdef FINE
    open *= mix(1.0, texelFetch(tOcclusion, ivec2(gl_FragCoord.xy), 0).r,
                smoothstep(0.9, 1.0, uDepths.z));
#endif
    float facing = max(dot(normal, toEye), 0.0);
    float edge = 1.0 - facing;

    // Red light travels furthest under the skin: it wraps past the terminator most.
    vec3 soft = vec3(diffuseLight(normal, 0.55, vec3(open)).r,
                     diffuseLight(normal, 0.34, vec3(open)).g,
                     diffuseLight(normal, 0.26, vec3(open)).b);
    vec3 sheen = vec3(0.10) * gloss(normal, toEye, 14.0) + rimLight(normal, toEye) * 0.6;
    // The contour of a translucent skin has a deeper tone, like a line in a drawing.
    float contour = edge * edge * edge * (1.0 - smoothstep(0.6, 1.0, uDepths.z));
    vec3 skin = toneMap(kSkin * soft * (1.0 - 0.55 * contour) + sheen);

    // Clear glass face-on, a soft contour at its edge; closed when opaque.
    float glass = uDepths.z * (0.34 + 0.5 * edge + 2.0 * edge * edge * edge);
    float alpha = clamp(mix(glass, 1.0, smoothstep(0.6, 1.0, uDepths.z)), 0.0, 1.0);
    vec4 result = vec4(skin * alpha, alpha);

#ifdef CLEAR
    oColour = result;
#else
    // Paint is shaded to show the form of the body, but evenly enough to read its hue.
    vec3 even = 0.55 + 0.45 * diffuseLight(normal, 0.5, vec3(open)) * 0.62;
    float chosenEdge = 0.5 * max(fwidth(vPaint.z), 1e-3);
    float chosen = smoothstep(0.5 - chosenEdge, 0.5 + chosenEdge, vPaint.z);
    result = coated(result, toneMap(kChosen * even), 0.78 * chosen);

    result = coated(result, toneMap(kCaution * even), 0.8 * hatch(vPaint.w));

    float solid = inside(vPaint.x);
    float ownBand = 1.0;
#ifdef MORE
    result = keptZones(result, even, vPaint.x, ownBand);
#endif
    float tint = 0.17 * inside(vPaint.y) * (1.0 - solid);
    result = coated(result, toneMap(kEssential * even * 1.3), tint);

    float rimWidth = max(1.3, 1.6 * fwidth(vPaint.x));
    float rim = 1.0 - inside(vPaint.x + rimWidth);
    vec3 red = toneMap(kEssential * even * mix(1.0, 0.42, rim)) + 0.03 * gloss(normal, toEye, 20.0);
    oColour = coated(result, red, ownBand * solid * mix(0.93, 0.98, rim));
#ifdef MORE
    oColour = pulse(oColour, solid, inside(vPaint.y));
#endif
#endif
}
