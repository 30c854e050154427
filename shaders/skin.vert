#include "frame.glsl"
#include "transform.glsl"
#include "skinning.glsl"
#include "cut.glsl"

layout(location = 0) in vec3 aPosition;
layout(location = 1) in vec4 aNormal;
layout(location = 2) in vec2 aEdge;   // mm to the edge of the essential and the spillover zone
layout(location = 3) in float aChosen; // the requested region, 0 or 1
layout(location = 4) in float aCaution; // mm to the edge of the nearest caution area
#ifdef MORE
layout(location = 7) in vec3 aKept;      // mm to the edge of each further zone's essential part
layout(location = 8) in vec3 aKeptSpill; // and of its spillover
layout(location = 9) in vec2 aPath;       // mm along the skin; mm from the path
#endif

uniform vec4 uInstance;
uniform mat4 uModel;
uniform float uBehind;

invariant gl_Position;

out vec3 vWorld;
out vec4 vNormal;
out vec4 vPaint;
out vec3 vBody;
#ifdef MORE
out vec3 vKept;
out vec3 vKeptSpill;
out vec2 vPath;
#endif

void main() {
    vec3 position = aPosition * vec3(uInstance.x, 1.0, 1.0);
    vec4 turn;
    posePoint(position, 0, turn);
    vWorld = (uModel * vec4(position, 1.0)).xyz;
    vNormal = vec4(mat3(uModel) * poseDirection(aNormal.xyz, turn), aNormal.w);
    vPaint = vec4(aEdge, aChosen, aCaution);
    vBody = aPosition;
#ifdef MORE
    vKept = aKept;
    vKeptSpill = aKeptSpill;
    vPath = aPath;
#endif
    cutAt(vWorld);
    gl_Position = clipPosition(vWorld, uBehind);
}
