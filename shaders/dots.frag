in vec2 vPosition;
in float vLight;

uniform vec3 uHue;
uniform int uForm; // 0 disc, 1 ring, 2 square, 3 cross

layout(location = 0) out vec4 oColour;

// How far outside the shape a fragment is, in its radii.
float outsideOf(vec2 position) {
    float far = length(position);
    vec2 side = abs(position);
    if (uForm == 1)
        return abs(far - 0.80) - 0.30;
    if (uForm == 2)
        return max(side.x, side.y) - 0.88;
    if (uForm == 3)
        return max(max(side.x, side.y) - 1.05, min(side.x, side.y) - 0.36);
    return far - 1.0;
}

void main() {
    float outside = outsideOf(vPosition);
    float alpha = 0.92 * clamp(0.5 - outside / max(fwidth(outside), 1e-4), 0.0, 1.0);
    oColour = vec4(0.72 * uHue * (0.6 + 0.5 * vLight), 1.0) * alpha;
}
