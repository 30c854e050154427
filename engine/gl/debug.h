#pragma once

#include "engine/core/result.h"

#include <string>
#include <vector>

namespace knotmap::gl {

/// Collects what the driver complains about in the current context: by KHR_debug where it is
/// present, else by glGetError. Must outlive no other use of the context; one a context.
class ErrorLog
{
public:
    ErrorLog();
    ~ErrorLog();
    ErrorLog(const ErrorLog&) = delete;
    ErrorLog& operator=(const ErrorLog&) = delete;

    /// Errors since the last call, oldest first.
    std::vector<std::string> take();

private:
    std::vector<std::string> m_messages; ///< filled by the driver's callback
    bool m_callback = false;
};

/// Takes the pending OpenGL errors; an Error naming `where` when there was one.
core::Outcome checkErrors(const char* where);

} // namespace knotmap::gl
