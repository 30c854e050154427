// The id of the surface here and the bits of its depth: ES 3.0 cannot read a depth buffer back.
#include "cut_away.glsl"

uniform uint uId;

layout(location = 0) out uvec4 oId;

void main() {
    cutAway();
    oId = uvec4(uId, floatBitsToUint(gl_FragCoord.z), 0u, 0u);
}
