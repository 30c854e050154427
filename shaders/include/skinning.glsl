// Moves a vertex into the pose: the weighted sum of its joints' dual quaternions, normalised (Kavan
// et al. 2008). Without a pose nothing changes: that is a separate program (POSED), since software
// OpenGL executes both branches of an if.
#ifdef POSED
layout(location = 5) in vec4 aJoints; // joint indices
layout(location = 6) in vec4 aShares; // joint weights, adding up to 1

uniform highp sampler2D tPose; // two texels per joint; row 1: of the opposite joint

// `position` in the body's frame; `row` 1 for the left mirror image of a paired shape.
void posePoint(inout vec3 position, int row, out vec4 turn) {
    vec4 dual = vec4(0.0);
    turn = vec4(0.0);
    for (int slot = 0; slot < 4; ++slot) {
        int column = 2 * int(aJoints[slot] + 0.5);
        turn += aShares[slot] * texelFetch(tPose, ivec2(column, row), 0);
        dual += aShares[slot] * texelFetch(tPose, ivec2(column + 1, row), 0);
    }
    float scale = 1.0 / max(length(turn), 1e-6);
    turn *= scale;
    dual *= scale;
    position += 2.0 * (cross(turn.xyz, cross(turn.xyz, position) + turn.w * position) +
                    turn.w * dual.xyz - dual.w * turn.xyz + cross(turn.xyz, dual.xyz));
}

vec3 poseDirection(vec3 direction, vec4 turn) {
    return direction + 2.0 * cross(turn.xyz, cross(turn.xyz, direction) + turn.w * direction);
}
#else
void posePoint(inout vec3 position, int row, out vec4 turn) {
    turn = vec4(0.0, 0.0, 0.0, 1.0);
}

vec3 poseDirection(vec3 direction, vec4 turn) {
    return direction;
}
#endif
