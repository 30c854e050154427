uniform sampler2D tDepth;
uniform vec4 uUnprojection; // offset and scale from position -1..1 to tangents
uniform vec2 uPlanes;       // near and far, mm

float viewDistance(float depth) {
    return uPlanes.x * uPlanes.y / (uPlanes.y - depth * (uPlanes.y - uPlanes.x));
}

// The position of a pixel in the camera's frame: x right, y up, z the distance in front, mm.
vec3 viewPosition(ivec2 pixel, float depth) {
    vec2 position = (vec2(pixel) + 0.5) / uViewport.xy * 2.0 - 1.0;
    float away = viewDistance(depth);
    return vec3((uUnprojection.xy + uUnprojection.zw * position) * away, away);
}
