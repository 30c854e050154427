// The inner side of a skin that a cut has opened, where one sees it through the body's hollows.
#include "cut_away.glsl"

layout(location = 0) out vec4 oColour;

void main() {
    cutAway();
    oColour = vec4(0.115, 0.062, 0.028, 1.0);
}
