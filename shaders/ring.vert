// The ring on the skin around the point where to press.
#include "frame.glsl"
#include "transform.glsl"

layout(location = 0) in vec4 aCentre; // body's frame; w: radius in mm
layout(location = 1) in vec4 aNormal; // unit; w: emphasis 0..1

uniform mat4 uModel; // to world

out vec2 vPosition;
out float vEmphasis;

void main() {
    vec3 normal = normalize(mat3(uModel) * aNormal.xyz);
    vec3 helper = abs(normal.y) < 0.9 ? vec3(0.0, 1.0, 0.0) : vec3(1.0, 0.0, 0.0);
    vec3 side = normalize(cross(helper, normal));
    vec3 up = cross(normal, side);
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
    vec3 centre = (uModel * vec4(aCentre.xyz, 1.0)).xyz;
    float pixel = uViewport.z * length(uEye.xyz - centre);
    float radius = max(aCentre.w, (4.5 + 4.5 * aNormal.w) * pixel);
    vPosition = corner * 1.3;
    vEmphasis = aNormal.w;
    gl_Position = clipPosition(centre + radius * 1.3 * (corner.x * side + corner.y * up),
                               -(4.0 + 0.8 * radius));
}
