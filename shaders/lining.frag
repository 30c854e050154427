// The inner side of skin opened by a cut, where it is visible through the body's hollows.
#include "cut_away.glsl"

layout(location = 0) out vec4 oColour;

void main() {
    cutAway();
    oColour = vec4(0.115, 0.062, 0.028, 1.0);
}
