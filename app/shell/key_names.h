#pragma once

#include <string>

namespace knotmap::app {

/// A key of GLFW's with its modifiers as shortcuts write it ("Ctrl+F", "Shift+L", "Left"), by what
/// the keyboard's layout prints on it; empty for keys that no shortcut uses.
std::string keyName(int key, int scancode, int modifiers);

} // namespace knotmap::app
