#ifdef CUT
in float vAbove; // mm above the plane of the cut
#endif

void cutAway() {
#ifdef CUT
    // Up to a pixel beyond the plane, so that no sample is left uncovered between wall and section.
    if (vAbove > min(0.6 * fwidth(vAbove), 0.8))
        discard;
#endif
}
