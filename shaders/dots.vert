// The dots of the spillover zone: round discs that lie on the skin.
#include "frame.glsl"
#include "transform.glsl"
#include "skinning.glsl"

layout(location = 0) in vec3 aCentre;
layout(location = 1) in vec3 aNormal;

uniform mat4 uModel;   // to world
uniform float uRadius; // mm

out vec2 vPosition;
out float vLight;

void main() {
    vec3 position = aCentre;
    vec4 turn;
    posePoint(position, 0, turn);
    vec3 normal = normalize(mat3(uModel) * poseDirection(aNormal, turn));
    vec3 helper = abs(normal.y) < 0.9 ? vec3(0.0, 1.0, 0.0) : vec3(1.0, 0.0, 0.0);
    vec3 side = normalize(cross(helper, normal));
    vec3 up = cross(normal, side);
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
    vec3 centre = (uModel * vec4(position, 1.0)).xyz;
    // Seen from afar a dot keeps a size that can still be told from its neighbours.
    float radius = max(uRadius, 0.9 * uViewport.z * length(uEye.xyz - centre));
    vPosition = corner * 1.25;
    vec3 world = centre + radius * 1.25 * (corner.x * side + corner.y * up);
    vLight = max(dot(normal, uKey.xyz), 0.0);
    // Towards the eye by as much as a flat disc may dip below a round limb.
    gl_Position = clipPosition(world, -(2.0 + 0.5 * radius));
#ifdef CUT
    // A dot that the cut removes is clipped.
    if (dot(centre, uCut.xyz) > uCut.w)
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
#endif
}
