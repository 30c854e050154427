in vec2 vPosition;

uniform int uForm; // 0 load mark, 1 line, 2 centre of mass
uniform float uFade;

layout(location = 0) out vec4 oColour;

const vec3 kBlue = vec3(0.035, 0.13, 0.26);

void main() {
    float away = length(vPosition);
    float pixel = max(fwidth(away), 1e-4);
    float within = clamp((1.0 - away) / pixel + 0.5, 0.0, 1.0);
    float alpha;
    if (uForm == 0) {
        float rim = clamp((away - 0.955) / pixel + 0.5, 0.0, 1.0);
        alpha = within * mix(mix(0.55, 0.28, smoothstep(0.0, 1.0, away)), 0.75, rim);
    } else if (uForm == 1) {
        alpha = 0.75 * (1.0 - smoothstep(0.4, 1.0, abs(vPosition.x)));
    } else {
        // Quartered, the usual symbol of a centre of mass.
        float quarter = step(0.0, vPosition.x * vPosition.y);
        float ring = clamp((away - 0.78) / pixel + 0.5, 0.0, 1.0);
        float light = (1.0 - quarter) * (1.0 - ring);
        vec3 colour = mix(kBlue, vec3(0.95, 0.94, 0.90), light);
        alpha = 0.95 * within;
        oColour = vec4(colour * alpha, alpha) * uFade;
        return;
    }
    oColour = vec4(kBlue * alpha, alpha) * uFade;
}
