#pragma once

#include "engine/core/result.h"

#include <system_error>

namespace knotmap::core {

/// Called first of all in main. Descriptors 0 to 2 that the program was started without are taken,
/// so that no file opened later lands there and gets what is meant for a stream; what is printed on
/// a standard output taken so is lost and told by finishStandardOutput. Also lets a write beyond
/// the permitted file size (ulimit -f) fail as one on a full disk does, instead of by a signal.
void prepareStandardStreams();

/// Called last: hands on what was printed. An Error where any of it got lost, now or before; then
/// `earlier` is the reason if the caller knows it. Nothing printed is never an error.
Outcome finishStandardOutput(std::error_code earlier = {});

} // namespace knotmap::core
