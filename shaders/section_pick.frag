// The id of what is cut here, with its depth.
in vec2 vPosition;
in vec3 vWorld;

uniform uint uId;

layout(location = 0) out uvec4 oId;

void main() {
    oId = uvec4(uId, floatBitsToUint(gl_FragCoord.z), 0u, 0u);
}
