// Composites the accumulated ghosts over the picture.
uniform sampler2D tColour; // rgb: weighted sum, a: transmittance
uniform sampler2D tWeight; // r: sum of the weights

in vec2 vPosition;

layout(location = 0) out vec4 oColour;

void main() {
    ivec2 pixel = ivec2(gl_FragCoord.xy);
    vec4 gathered = texelFetch(tColour, pixel, 0);
    float cover = 1.0 - gathered.a;
    if (cover <= 0.0)
        discard;
    float weight = max(texelFetch(tWeight, pixel, 0).r, 1e-6);
    oColour = vec4(gathered.rgb / weight * cover, cover);
}
