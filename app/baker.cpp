// The bake as a program of its own, so that the build bakes again when the body's code or tables
// change, and not with every change of the window. `knotmap bake` does the same for users.

#include "engine/bake/bake.h"
#include "engine/body/atlas_file.h"

#include <cstdio>
#include <cstring>

int main(int argc, char** argv)
{
    const bool draft = argc == 5 && std::strcmp(argv[3], "--draft") == 0;
    if (argc != 3 && !draft) {
        std::fprintf(stderr, "usage: knotmap_baker ASSETS BODY.atlas [--draft EARLIER.atlas]\n");
        return 2;
    }
    knotmap::bake::Earlier earlier;
    if (draft) {
        auto read = knotmap::bake::readEarlier(argv[4]);
        if (!read) {
            std::fprintf(stderr, "%s\n", read.error().message.c_str());
            return 1;
        }
        earlier = std::move(*read);
    }
    knotmap::core::Faults faults;
    const auto atlas = knotmap::bake::bake(argv[1], faults, draft ? &earlier : nullptr);
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
