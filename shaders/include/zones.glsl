// Zones of trigger points other than the selected one, and the pulse that runs from trigger point
// to zone.
in vec3 vKept; // mm to the edge of the essential part of each further zone
in vec3 vKeptSpill; // and of its spillover
in vec2 vPath; // mm along the skin from the trigger point; mm from the path

uniform vec3 uKeptHues[3];
uniform float uPulse; // distance in mm that the pulse has covered; negative: none

const float kBandMm = 5.0;

// Where zones overlap they alternate in bands: `rank` of `count`, both integers.
float bandOf(float rank, float count) {
    if (count < 1.5)
        return 1.0;
    float along = dot(vBody, vec3(0.5, -0.707, 0.5)) / kBandMm;
    float width = max(fwidth(along), 1e-4);
    float apart = abs(mod(along - rank - 0.5 + 0.5 * count, count) - 0.5 * count);
    return clamp((0.5 - apart) / width + 0.5, 0.0, 1.0);
}

// Fine light lines that distinguish the hues without colour: rising, falling, both.
float linesOf(int slot) {
    const float kSpacing = 5.5, kHalf = 0.55; // mm
    float result = 0.0;
    for (int family = 0; family < 2; ++family) {
        float slant = dot(vBody, family == 0 ? vec3(0.577, 0.577, 0.577) : vec3(-0.577, 0.577, -0.577));
        float off = abs(fract(slant / kSpacing) - 0.5) * kSpacing;
        bool wanted = slot == 2 || slot == family;
        result = max(result, wanted ? inside(off - kHalf) : 0.0);
    }
    return result;
}

// Blends the hues of the further zones over the base; `own` is the edge of the selected point's
// zone.
vec4 keptZones(vec4 result, vec3 even, float own, out float ownBand) {
    float count = step(own, 0.0);
    for (int slot = 0; slot < 3; ++slot)
        count += step(vKept[slot], 0.0);
    ownBand = bandOf(0.0, count);
    float rank = step(own, 0.0);
    for (int slot = 0; slot < 3; ++slot) {
        vec3 hue = uKeptHues[slot];
        float solid = inside(vKept[slot]);
        float tint = 0.15 * inside(vKeptSpill[slot]) * (1.0 - solid);
        result = coated(result, toneMap(hue * even * 1.3), tint);
        float rim = 1.0 - inside(vKept[slot] + max(1.3, 1.6 * fwidth(vKept[slot])));
        vec3 colour = toneMap(hue * even * mix(1.0, 0.42, rim));
        colour = mix(colour, vec3(0.80, 0.84, 0.88), 0.55 * linesOf(slot) * (1.0 - rim));
        result = coated(result, colour, 0.93 * solid * bandOf(rank, count));
        rank += step(vKept[slot], 0.0);
    }
    return result;
}

// A front that runs along the path with a tail behind it, and lights up the zone as it arrives.
vec4 pulse(vec4 result, float solid, float spill) {
    if (uPulse < 0.0)
        return result;
    const float kHeadMm = 9.0, kTailMm = 55.0, kHalfWidthMm = 9.0;
    float ahead = vPath.x - uPulse;
    float glow = ahead > 0.0 ? exp(-ahead * ahead / (kHeadMm * kHeadMm)) : exp(ahead / kTailMm);
    float across = vPath.y / kHalfWidthMm;
    glow *= max(exp(-across * across), max(solid, 0.6 * spill));
    vec3 colour = mix(toneMap(vec3(1.9, 0.10, 0.06)), vec3(1.0, 0.62, 0.42), solid);
    return coated(result, colour, glow * mix(0.85, 0.75, solid));
}
