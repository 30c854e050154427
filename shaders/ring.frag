in vec2 vPosition;
in float vEmphasis;

uniform float uFade;

layout(location = 0) out vec4 oColour;

// Fraction of the pixel within a ring of the given mean radius and half width.
float band(float distance, float middle, float reach, float pixel) {
    return clamp(0.5 + (reach - abs(distance - middle)) / pixel, 0.0, 1.0);
}

void main() {
    float distance = length(vPosition);
    float pixel = max(fwidth(distance), 1e-4);
    float light = band(distance, 1.0, max(0.10, 0.8 * pixel), pixel);
    // A dark line around the light ring keeps it readable on pale surfaces.
    float dark = band(distance, 1.0, max(0.10, 0.8 * pixel) + max(0.05, 0.8 * pixel), pixel);
    float glow = 0.22 * (1.0 - smoothstep(0.0, 1.0, distance)) * vEmphasis;
    float alpha = max(light * mix(0.55, 0.95, vEmphasis), dark * mix(0.18, 0.75, vEmphasis));
    vec3 colour = mix(vec3(0.16, 0.008, 0.012), vec3(1.0, 0.95, 0.86), light);
    // Behind the body only the rings of emphasised trigger points are shown.
    float fade = uFade < 1.0 ? uFade * vEmphasis : 1.0;
    vec4 halo = vec4(1.0, 0.92, 0.80, 1.0) * glow;
    oColour = (vec4(colour, 1.0) * alpha + halo * (1.0 - alpha)) * fade;
}
