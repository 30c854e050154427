// The bake as a program of its own, so that the build bakes again when the body's code or tables
// change, and not with every change of the window. `knotmap bake` does the same for users.

#include "engine/body/atlas_file.h"
#include "engine/body/bake.h"

#include <cstdio>

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "usage: knotmap_baker ASSETS BODY.atlas\n");
        return 2;
    }
    knotmap::core::Faults faults;
    const auto atlas = knotmap::body::bake(argv[1], faults);
    for (const knotmap::core::Fault& fault : faults)
        std::fprintf(stderr, "%s\n", fault.text().c_str());
    if (!atlas)
        return 1;
    if (const auto error = knotmap::body::writeAtlas(*atlas, argv[2])) {
        std::fprintf(stderr, "%s\n", error->message.c_str());
        return 1;
    }
    return 0;
}
