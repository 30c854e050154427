#ifdef CUT
in float vAbove; // mm above the plane of the cut
#endif

void cutAway() {
#ifdef CUT
    if (vAbove > 0.0)
        discard;
#endif
}
