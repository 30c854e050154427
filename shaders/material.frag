// One of MUSCLE, BONE, TOOL selects the material. FINE: the full picture at rest. GHOST:
// translucent, order-independent (McGuire and Bavoil 2013).
#include "frame.glsl"
#include "light.glsl"
#include "cut_away.glsl"

in vec3 vWorld;
in vec4 vNormal;
#ifdef TOOL
in vec3 vColour;
#else
in vec4 vFibre;
in vec2 vDetail;
flat in vec4 vTint; // rgb: base colour; w: muscle: its number, bone: cartilage
#endif

uniform vec4 uInstance; // mirror factor of x, opacity, highlight
#ifdef TOOL
uniform float uSoftness; // fraction of skin-like softness
#else
uniform sampler2D tFibre; // height, slope, blotches, a second height; tiles
#endif
#ifdef FINE
uniform sampler2D tOcclusion;
#endif

layout(location = 0) out vec4 oColour;
#ifdef GHOST
layout(location = 1) out vec4 oWeight;
#endif

const vec3 kTendon = vec3(0.80, 0.74, 0.63);

float ambientOcclusion() {
    float hollow = 1.0 - 0.5 * max(vNormal.w, 0.0);
#ifdef FINE
    return hollow * texelFetch(tOcclusion, ivec2(gl_FragCoord.xy), 0).r;
#else
    return hollow * 0.94;
#endif
}

#ifdef MUSCLE
vec3 shade(vec3 normal, vec3 toEye) {
    vec2 position = vec2(vDetail.x, vDetail.y + vTint.w * 7.0);
    // Bundles of fibres about 6 mm wide dominate far views, fine ones of 1.5 mm near views.
    vec4 broad = texture(tFibre, vec2(position.x / 66.0, position.y * 1.5));
#ifdef FINE
    vec4 narrow = texture(tFibre, vec2(position.x / 15.0, position.y * 3.0 + 0.37));
#else
    vec4 narrow = broad;
#endif
    vec3 fibre = normalize(vFibre.xyz + vec3(1e-5));
    float tendon = smoothstep(0.15, 0.85, vFibre.w + 0.55 * (broad.a - 0.5) * step(0.02, vFibre.w));
#ifdef FINE
    vec3 across = normalize(cross(normal, fibre) + vec3(1e-5));
    float slope = (broad.g - 0.5) * 0.75 + (narrow.g - 0.5) * 0.55;
    normal = normalize(normal + across * slope * mix(1.0, 0.55, tendon));
#endif
    float height = 0.5 * (broad.r + narrow.r);
    vec3 flesh = vTint.rgb * (0.50 + 1.0 * height);
    // Thin pale walls between the bundles.
    flesh += vec3(0.085, 0.045, 0.036) * smoothstep(0.66, 0.96, narrow.a);
    flesh *= 0.90 + 0.2 * broad.b;
    vec3 albedo = mix(flesh, kTendon * (0.80 + 0.35 * height), tendon);
    vec3 open = manyBounces(ambientOcclusion(), albedo);
    vec3 colour = albedo * diffuseLight(normal, 0.22, open);

    // Highlights form a band across the fibres, as on silk or hair (Kajiya and Kay 1989).
    vec3 middle = normalize(uKey.xyz + toEye);
    float lit = smoothstep(-0.15, 0.5, dot(normal, uKey.xyz));
    float along = dot(fibre, middle);
    float band = sqrt(max(1.0 - along * along, 0.0));
    float facing = max(dot(normal, middle), 0.0);
    float sheen = pow(band, 22.0) * facing * facing * lit;
    vec3 tone = mix(vec3(0.34, 0.20, 0.165), vec3(0.50, 0.49, 0.46), tendon);
    colour += tone * sheen * open * (0.45 + 0.75 * height);
#ifdef FINE
    float wet = gloss(normal, toEye, 55.0);
    colour += vec3(0.34) * wet * lit * open * mix(1.0, 0.5, tendon);
#endif
    return colour + rimLight(normal, toEye) * mix(vec3(0.55, 0.36, 0.32), vec3(0.8), tendon);
}
#endif

#ifdef BONE
vec3 shade(vec3 normal, vec3 toEye) {
    // vDetail: blotches about 9 mm and 30 mm wide, -1 to 1.
    vec3 albedo = vTint.rgb * (1.0 + 0.07 * vDetail.x + 0.07 * vDetail.y);
    albedo *= mix(vec3(1.0), vec3(1.02, 0.97, 0.88), clamp(0.5 + 0.7 * vDetail.y, 0.0, 1.0));
    albedo *= mix(vec3(1.0), vec3(0.80, 0.68, 0.54), max(vNormal.w, 0.0));
    albedo = mix(albedo, vec3(0.86, 0.83, 0.76), 0.35 * max(-vNormal.w, 0.0));
    vec3 open = manyBounces(ambientOcclusion(), albedo);
    vec3 colour = albedo * diffuseLight(normal, 0.12, open);
#ifdef FINE
    colour += vec3(0.11) * gloss(normal, toEye, mix(24.0, 60.0, vTint.w)) * open;
#endif
    return colour + rimLight(normal, toEye) * 0.7;
}
#endif

#ifdef TOOL
vec3 shade(vec3 normal, vec3 toEye) {
    vec3 open = manyBounces(ambientOcclusion(), vColour);
    vec3 colour = vColour * diffuseLight(normal, mix(0.1, 0.45, uSoftness), open);
    colour += vec3(0.30 - 0.2 * uSoftness) * gloss(normal, toEye, 48.0) * open;
    return colour + rimLight(normal, toEye) * 0.6;
}
#endif

void main() {
    cutAway();
    vec3 normal = normalize(vNormal.xyz);
    vec3 away = uEye.xyz - vWorld;
    float distance = length(away);
    vec3 toEye = away / distance;
    vec3 colour = shade(normal, toEye);
    // A highlighted structure is emphasised: lighter and warmer.
    float lift = uInstance.z;
    colour = mix(colour, colour * vec3(1.55, 1.42, 1.22) + vec3(0.10, 0.055, 0.02), lift);
    colour = toneMap(colour);
#ifdef GHOST
    // Face-on a ghost is thin as glass, at its edge it thickens; it fades in without popping.
    float edge = 1.0 - max(dot(normal, toEye), 0.0);
    float glass = uInstance.y * (0.60 + 2.4 * edge * edge);
    float alpha = clamp(mix(glass, 1.0, smoothstep(0.55, 1.0, uInstance.y)), 0.0, 1.0);
    float depth = clamp((distance - uDepths.x) / max(uDepths.y - uDepths.x, 1.0), 0.0, 1.0);
    float weight = alpha * max(exp2(-12.0 * depth), 1e-3);
    oColour = vec4(colour * weight, alpha);
    oWeight = vec4(weight, 0.0, 0.0, alpha);
#else
    oColour = vec4(colour, 1.0) * uInstance.y;
#endif
}
