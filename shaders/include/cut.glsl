// For the programs that know of a cut (CUT): how far above its plane a place lies. Every pass over
// a surface reckons it the same way, so that they all end at the same pixel.
#ifdef CUT
uniform float uWhole; // 1: no part of the body, which the cut leaves whole

out float vAbove; // mm
#endif

void cutAt(vec3 world) {
#ifdef CUT
    vAbove = (dot(world, uCut.xyz) - uCut.w) * (1.0 - uWhole);
#endif
}
