uniform vec4 uColour; // linear, premultiplied

layout(location = 0) out vec4 oColour;

void main() {
    oColour = uColour;
}
