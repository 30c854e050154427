#include "cut_away.glsl"

layout(location = 0) out vec4 oMask;

void main() {
    cutAway();
    oMask = vec4(1.0);
}
