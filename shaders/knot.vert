// A trigger point: a square facing the eye on which the fragment shader draws a ball.
#include "frame.glsl"
#include "transform.glsl"

layout(location = 0) in vec4 aCentre; // body's frame; w: radius in mm
layout(location = 1) in vec4 aStyle;  // emphasis 0..1, hovered 0..1, mm of tissue, min. pixels

uniform mat4 uModel; // to world

out vec2 vPosition;
out vec2 vStyle;
flat out uint vId;

void main() {
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
    vec3 centre = (uModel * vec4(aCentre.xyz, 1.0)).xyz;
    float pixel = uViewport.z * length(uEye.xyz - centre); // mm
    float radius = max(aCentre.w, aStyle.w * pixel);
    vec3 right = vec3(uView[0][0], uView[1][0], uView[2][0]);
    vec3 up = vec3(uView[0][1], uView[1][1], uView[2][1]);
    float margin = 1.0 + 2.5 * pixel / radius;
    vPosition = corner * margin;
    vStyle = aStyle.xy;
    vId = uint(gl_InstanceID);
    // The tissue that normally covers a trigger point does not count as hiding it.
    gl_Position = clipPosition(centre + radius * margin * (corner.x * right + corner.y * up),
                               -(aStyle.z + 2.0 * radius));
}
