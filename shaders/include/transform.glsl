// Projects a world position to clip space. `behindMm` offsets its depth, not its position, away
// from the eye: what is under the skin is offset, so that a bump that protrudes never hides a zone.
vec4 clipPosition(vec3 world, float behindMm) {
    vec4 view = uView * vec4(world, 1.0);
    vec4 clip = uProjection * view;
    if (behindMm != 0.0 && clip.w > 1.0) {
        vec4 pushed = uProjection * vec4(view.xy, view.z - behindMm, 1.0);
        clip.z = pushed.z / max(pushed.w, 1.0) * clip.w;
    }
    return clip;
}
