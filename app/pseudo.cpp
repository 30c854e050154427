// Writes the pseudo-language's catalogue from the English one; the build runs it.

#include "engine/words/pseudo.h"

#include <cstdio>
#include <fstream>
#include <sstream>

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: knotmap_pseudo ENGLISH.mo PSEUDO.mo\n");
        return 2;
    }
    std::ostringstream bytes;
    bytes << std::ifstream(argv[1], std::ios::binary).rdbuf();
    const auto english = knotmap::words::parseMo(bytes.str());
    if (!english) {
        std::fprintf(stderr, "%s: no .mo file\n", argv[1]);
        return 1;
    }
    std::vector<knotmap::words::Message> messages;
    for (const knotmap::words::Message& message : *english)
        messages.push_back(knotmap::words::pseudoMessage(message));
    std::ofstream out(argv[2], std::ios::binary);
    out << knotmap::words::writeMo(std::move(messages));
    out.close();
    if (!out)
        std::fprintf(stderr, "%s: cannot be written\n", argv[2]);
    return out ? 0 : 1;
}
