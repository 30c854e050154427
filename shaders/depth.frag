#include "cut_away.glsl"

void main() {
    cutAway();
}
