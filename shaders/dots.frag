in vec2 vPlace;
in float vLight;

layout(location = 0) out vec4 oColour;

void main() {
    float outside = length(vPlace) - 1.0;
    float alpha = 0.92 * clamp(0.5 - outside / max(fwidth(outside), 1e-4), 0.0, 1.0);
    oColour = vec4(vec3(0.62, 0.006, 0.012) * (0.6 + 0.5 * vLight), 1.0) * alpha;
}
