#pragma once

#include "engine/core/result.h"

#include <string>
#include <vector>

namespace knotmap::gl {

/// Collects the driver's complaints in the current context: by KHR_debug where present, else by
/// glGetError. One per context; must be gone before the context is.
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

/// Takes the pending OpenGL errors; an Error naming `where` if there were any.
core::Outcome checkErrors(const char* where);

} // namespace knotmap::gl
