// For programs with a cut (CUT): the height of a point above its plane. Every pass over a surface
// computes it identically, so that they all end at the same pixel.
#ifdef CUT
uniform float uWhole; // 1: not part of the body, never cut

out float vAbove; // mm
#endif

void cutAt(vec3 world) {
#ifdef CUT
    vAbove = (dot(world, uCut.xyz) - uCut.w) * (1.0 - uWhole);
#endif
}
