#include "engine/words/tr.h"

namespace knotmap::words {
namespace {

/// Where `tr` looks; null: everything stays English.
const Catalogue*& inUse()
{
    static const Catalogue* catalogue = nullptr;
    return catalogue;
}

} // namespace

UseCatalogue::UseCatalogue(const Catalogue& catalogue) : m_before(inUse())
{
    inUse() = &catalogue;
}

UseCatalogue::~UseCatalogue()
{
    inUse() = m_before;
}

bool isTranslating()
{
    return inUse() != nullptr && inUse()->size() > 0;
}

const char* tr(const char* english)
{
    const Catalogue* catalogue = inUse();
    const char* found = catalogue == nullptr ? nullptr : catalogue->find(english);
    return found == nullptr ? english : found;
}

std::string tr(std::string_view english)
{
    return std::string(translated(english));
}

const char* trc(const char* context, const char* english)
{
    const Catalogue* catalogue = inUse();
    const char* found = catalogue == nullptr ? nullptr : catalogue->find(english, context);
    return found == nullptr ? english : found;
}

std::string_view translated(std::string_view english)
{
    const Catalogue* catalogue = inUse();
    const char* found = catalogue == nullptr ? nullptr : catalogue->find(english);
    return found == nullptr ? english : std::string_view(found);
}

std::string_view plural(std::string_view one, std::string_view many, std::size_t n)
{
    const Catalogue* catalogue = inUse();
    const char* found = catalogue == nullptr ? nullptr : catalogue->find(one, many, n);
    return found != nullptr ? std::string_view(found) : n == 1 ? one : many;
}

} // namespace knotmap::words
