// Trigger points in the id buffer, each by its index in the list.
in vec2 vPosition;
in vec2 vStyle;
flat in uint vId;

uniform uint uId; // of the first one

layout(location = 0) out uvec4 oId;

void main() {
    if (length(vPosition) > 1.0)
        discard;
    oId = uvec4(uId + vId, floatBitsToUint(gl_FragCoord.z), 0u, 0u);
}
