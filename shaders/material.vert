// Muscle, bone and cartilage, and (TOOL) the tool and the arrow.
#include "frame.glsl"
#include "transform.glsl"
#ifndef TOOL
#include "skinning.glsl"
#include "cut.glsl"
#endif

layout(location = 0) in vec3 aPosition;
layout(location = 1) in vec4 aNormal; // w: curvature here, -1 ridge to 1 hollow
#ifdef TOOL
layout(location = 2) in vec3 aColour;
#else
layout(location = 2) in vec4 aFibre;  // w: tendon
layout(location = 3) in vec2 aDetail; // muscle: mm across, fraction along; bone: two noises
layout(location = 10) in vec4 aTint;  // rgb: colour; w: muscle: its number, bone: cartilage
#endif

uniform vec4 uInstance; // mirror factor of x, opacity, highlight
uniform mat4 uModel;    // to world

invariant gl_Position;

out vec3 vWorld;
out vec4 vNormal; // w: curvature
#ifdef TOOL
out vec3 vColour;
#else
out vec4 vFibre; // w: tendon
out vec2 vDetail;
flat out vec4 vTint;
#endif

void main() {
    vec3 mirror = vec3(uInstance.x, 1.0, 1.0);
    vec3 position = aPosition * mirror;
    vec3 normal = aNormal.xyz * mirror;
    mat3 model = mat3(uModel);
#ifndef TOOL
    vec3 fibre = aFibre.xyz * mirror;
    vec4 turn;
    posePoint(position, uInstance.x < 0.0 ? 1 : 0, turn);
    normal = poseDirection(normal, turn);
    fibre = poseDirection(fibre, turn);
#endif
    vWorld = (uModel * vec4(position, 1.0)).xyz;
    vNormal = vec4(model * normal, aNormal.w);
#ifdef TOOL
    vColour = aColour;
    gl_Position = clipPosition(vWorld, 0.0);
#else
    cutAt(vWorld);
    vFibre = vec4(model * fibre, aFibre.w);
    vDetail = aDetail;
    vTint = aTint;
    gl_Position = clipPosition(vWorld, uDepths.w);
#endif
}
