// A photo studio that turns with the view: a large warm key from the upper left, a cool fill from
// the right, a rim light from behind, and ambient light. All linear.
const vec3 kKeyColour = vec3(1.78, 1.70, 1.58);
const vec3 kFillColour = vec3(0.30, 0.335, 0.38);
const vec3 kRimColour = vec3(0.55, 0.57, 0.60);
const vec3 kSkyColour = vec3(0.40, 0.41, 0.43);
const vec3 kGroundColour = vec3(0.20, 0.17, 0.15);

// Light that leaves a crevice after more than one bounce carries the colour of the tissue: dark red
// between muscles rather than black (Jimenez et al. 2016, their fit).
vec3 manyBounces(float open, vec3 albedo) {
    vec3 a = 2.0404 * albedo - 0.3324;
    vec3 b = -4.7951 * albedo + 0.6417;
    vec3 c = 2.7552 * albedo + 0.6903;
    return max(vec3(open), ((open * a + b) * open + c) * open);
}

// Diffuse light on a surface. `wrap` lets it reach past the terminator, 0 hard to 1 soft.
vec3 diffuseLight(vec3 normal, float wrap, vec3 open) {
    float key = max((dot(normal, uKey.xyz) + wrap) / (1.0 + wrap), 0.0);
    float fill = max(0.6 * dot(normal, uFill.xyz) + 0.4, 0.0);
    vec3 around = mix(kGroundColour, kSkyColour, 0.5 + 0.5 * dot(normal, uUp.xyz));
    return kKeyColour * key * mix(vec3(1.0), open, 0.6) + (kFillColour * fill + around) * open;
}

// The bright edge of a backlit body.
vec3 rimLight(vec3 normal, vec3 toEye) {
    float edge = 1.0 - max(dot(normal, toEye), 0.0);
    edge *= edge;
    return kRimColour * (edge * edge * max(dot(normal, uRim.xyz), 0.0));
}

float gloss(vec3 normal, vec3 toEye, float sharpness) {
    vec3 middle = normalize(uKey.xyz + toEye);
    return pow(max(dot(normal, middle), 0.0), sharpness);
}

// Filmic tone curve (Narkowicz's fit of the ACES reference): highlights roll off, blacks stay. Half
// of it works on the brightest channel alone, which keeps muscle from bleaching to salmon.
float toneCurve(float x) {
    return clamp(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 0.0, 1.0);
}

vec3 toneMap(vec3 colour) {
    colour *= 0.43;
    float peak = max(max(colour.r, colour.g), max(colour.b, 1e-4));
    vec3 kept = colour * (toneCurve(peak) / peak);
    vec3 each = vec3(toneCurve(colour.r), toneCurve(colour.g), toneCurve(colour.b));
    return mix(each, kept, 0.5);
}
