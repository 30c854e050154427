// Constants of a frame. World frame: the body's, after its placement.
layout(std140) uniform Frame {
    mat4 uView;
    mat4 uProjection;
    mat4 uBody;     // body's frame to world, rigid
    vec4 uEye;      // xyz: world, mm
    vec4 uKey;      // xyz: unit direction to the key light
    vec4 uFill;     // xyz: unit direction to the fill light
    vec4 uRim;      // xyz: unit direction to the rim light
    vec4 uUp;       // xyz: unit, direction of the ambient light's sky
    vec4 uViewport; // width, height in pixels; mm per pixel at 1 mm; height of the whole picture
    vec4 uDepths;   // mm from the eye: nearest and furthest part of the body; skin's opacity; bias
    vec4 uCut;      // a cut's unit normal, and dot(normal, point) for points on its plane
};
