// What a cut exposes, coloured as in plates of sectional anatomy and evenly lit at any angle:
// bundles of muscle fibres with their pale walls, spongy bone, cartilage, lobules of fat.
#include "frame.glsl"
#include "light.glsl"

in vec2 vPosition;
in vec3 vWorld;

uniform int uMaterial;    // 0 muscle, 1 bone, 2 cartilage, 3 fat
uniform vec4 uTint;     // rgb: base colour; w: opacity
uniform vec3 uFibre;    // unit: along the fibres; zero where there are none
uniform vec3 uTendon;   // muscle: tendon, x + y * place.x + z * place.y; bone: x, of marrow
uniform float uLift;    // 0 to 1, of a highlighted structure
uniform sampler2D tFat; // r: 1 where fat is, 0 in the body's hollows
uniform vec4 uFatBox;   // its lower corner; 1 / size

layout(location = 0) out vec4 oColour;

const vec3 kTendon = vec3(0.78, 0.72, 0.60);
const vec3 kMarrow = vec3(0.60, 0.36, 0.20);
const vec3 kSpongy = vec3(0.78, 0.66, 0.46);
const vec3 kShaft = vec3(0.74, 0.56, 0.27);
const vec3 kFat = vec3(0.90, 0.655, 0.275);

vec3 hashed(vec3 cell) {
    uvec3 bits = uvec3(ivec3(cell)) * uvec3(1597334677u, 3812015801u, 2798796415u);
    uint mixed = (bits.x ^ bits.y ^ bits.z) * 1597334677u;
    mixed = (mixed ^ (mixed >> 15u)) * 2246822519u;
    return vec3(uvec3(mixed, mixed * 48271u, mixed * 69621u) >> 8u) / 16777216.0;
}

// Cells around scattered seeds (Worley 1996): proximity to a wall, 0 on it, and the cell's number.
vec2 cells(vec2 position, float layer) {
    vec2 home = floor(position);
    float nearest = 9.0, second = 9.0, own = 0.0;
    for (int y = -1; y <= 1; ++y)
        for (int x = -1; x <= 1; ++x) {
            vec2 cell = home + vec2(float(x), float(y));
            vec3 seed = hashed(vec3(cell, layer));
            float away = length(cell + 0.15 + 0.7 * seed.xy - position);
            if (away < nearest) {
                second = nearest;
                nearest = away;
                own = seed.z;
            } else {
                second = min(second, away);
            }
        }
    return vec2(second - nearest, own);
}

// A pattern whose cells cover less than a few pixels fades into its mean.
float seen(float cellMm, float pixelMm) {
    return 1.0 - smoothstep(0.22, 0.55, pixelMm / cellMm);
}

// Walls and tones of cells of that size; x: fraction of wall, y: tone -1 to 1.
vec2 bundles(vec2 position, float cellMm, float wall, float pixelMm, float layer) {
    float share = seen(cellMm, pixelMm);
    if (share <= 0.0)
        return vec2(0.0);
    // Bent slightly, or the walls would be as straight as a honeycomb's.
    position += 0.14 * cellMm * sin(position.yx * (4.1 / cellMm) + layer);
    vec2 cell = cells(position / cellMm, layer);
    return share * vec2(1.0 - smoothstep(0.0, wall + pixelMm / cellMm, cell.x), 2.0 * cell.y - 1.0);
}

// Across the fibres: dots where they are cut across, streaks where they run along the plane.
vec2 acrossFibres() {
    vec3 fibre = length(uFibre) > 0.5 ? uFibre : uCut.xyz;
    vec3 helper = abs(fibre.y) < 0.8 ? vec3(0.0, 1.0, 0.0) : vec3(1.0, 0.0, 0.0);
    vec3 first = normalize(cross(helper, fibre));
    // Slightly wavy: no bundle is a straight prism.
    vec3 world = vWorld + 0.7 * sin(vWorld.yzx * 0.083 + vWorld.zxy * 0.117);
    return vec2(dot(world, first), dot(world, cross(fibre, first)));
}

vec3 muscle(float pixelMm) {
    vec2 position = acrossFibres();
    vec2 broad = bundles(position, 4.2, 0.13, pixelMm, 1.0);
    vec2 fine = bundles(position, 1.25, 0.24, pixelMm, 2.0);
    float tendon = clamp(uTendon.x + dot(uTendon.yz, vPosition) + 0.15 * broad.y, 0.0, 1.0);
    tendon = smoothstep(0.25, 0.8, tendon);
    vec3 flesh = uTint.rgb * (0.86 + 0.05 * broad.y + 0.10 * fine.y);
    flesh = mix(flesh, vec3(0.36, 0.15, 0.11), max(0.42 * broad.x, 0.28 * fine.x));
    vec3 sinew = kTendon * (0.92 + 0.04 * fine.y - 0.12 * fine.x - 0.10 * broad.x);
    return mix(flesh, sinew, tendon);
}

// Spongy bone with its fine trabeculae; in the shaft of a long bone yellow marrow.
vec3 bone(float pixelMm) {
    vec2 cell = bundles(vPosition, 1.15, 0.30, pixelMm, 3.0);
    vec2 large = bundles(vPosition, 3.4, 0.10, pixelMm, 4.0);
    vec3 spongy = mix(kMarrow * (1.0 + 0.10 * large.y + 0.10 * cell.y), kSpongy, 0.2 + 0.6 * cell.x);
    vec3 marrow = kShaft * (1.0 + 0.05 * large.y + 0.03 * cell.y);
    return mix(spongy, marrow, uTendon.x);
}

vec3 fat(float pixelMm) {
    vec2 lobule = bundles(vPosition, 6.5, 0.10, pixelMm, 5.0);
    vec2 small = bundles(vPosition, 2.4, 0.22, pixelMm, 6.0);
    vec3 colour = kFat * (1.0 + 0.06 * lobule.y + 0.05 * small.y);
    return mix(colour, vec3(0.78, 0.64, 0.36), max(0.45 * lobule.x, 0.25 * small.x));
}

void main() {
    float pixelMm = uViewport.z * length(uEye.xyz - vWorld);
    vec3 colour;
    if (uMaterial == 0)
        colour = muscle(pixelMm);
    else if (uMaterial == 1)
        colour = bone(pixelMm);
    else if (uMaterial == 2)
        colour = uTint.rgb * (1.0 + 0.03 * bundles(vPosition, 2.4, 0.1, pixelMm, 7.0).y);
    else {
        if (texture(tFat, (vPosition - uFatBox.xy) * uFatBox.zw).r < 0.5)
            discard;
        colour = fat(pixelMm);
    }
    colour *= 1.62;
    colour = mix(colour, colour * vec3(1.45, 1.34, 1.18) + vec3(0.08, 0.045, 0.02), uLift);
    oColour = vec4(toneMap(colour), 1.0) * uTint.w;
}
