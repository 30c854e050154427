#pragma once

#include "engine/core/result.h"
#include "engine/words/catalogue.h"

namespace knotmap::app {

/// The translations that a call is to be answered in, read before the command line is, since its
/// help is words too: those of --language, else of the environment; none for English and wherever
/// --json is asked for. An Error where --language names a language that has no catalogue.
core::Result<words::Catalogue> chooseCatalogue(int argc, const char* const* argv);

} // namespace knotmap::app
