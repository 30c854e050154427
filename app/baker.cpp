// The bake as a program of its own, so that the build bakes again when the body's code or tables
// change, and not with every change of the window. `knotmap bake` does the same for users.

#include "engine/bake/bake.h"
#include "engine/body/atlas_file.h"
#include "engine/core/log.h"

#include <cstring>

int main(int argc, char** argv)
{
    const knotmap::core::Log log;
    const bool draft = argc == 5 && std::strcmp(argv[3], "--draft") == 0;
    if (argc != 3 && !draft) {
        knotmap::core::logError("usage: knotmap_baker ASSETS BODY.atlas [--draft EARLIER.atlas]");
        return 2;
    }
    knotmap::bake::Earlier earlier;
    if (draft) {
        auto read = knotmap::bake::readEarlier(argv[4]);
        if (!read) {
            knotmap::core::logError(read.error().message);
            return 1;
        }
        earlier = std::move(*read);
    }
    knotmap::core::Faults faults;
    const auto atlas = knotmap::bake::bake(argv[1], faults, draft ? &earlier : nullptr);
    for (const knotmap::core::Fault& fault : faults)
        knotmap::core::logError(fault.text());
    if (!atlas)
        return 1;
    if (const auto error = knotmap::body::writeAtlas(*atlas, argv[2])) {
        knotmap::core::logError(error->message);
        return 1;
    }
    return 0;
}
