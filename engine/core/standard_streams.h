#pragma once

#include "engine/core/result.h"

#include <system_error>

namespace knotmap::core {

/// Called first in main. Descriptors 0 to 2 that were closed at program start are taken, so that no
/// file opened later gets one of these numbers and what is meant for a stream; what is printed to a
/// standard output taken this way is lost, and finishStandardOutput reports it. Also makes a write
/// beyond the permitted file size (ulimit -f) fail like one on a full disk instead of raising a
/// signal.
void prepareStandardStreams();

/// Called last: flushes what was printed. An Error if any of it was lost, now or before; then
/// `earlier` is the reason if the caller knows it. Printing nothing is never an error.
Outcome finishStandardOutput(std::error_code earlier = {});

} // namespace knotmap::core
