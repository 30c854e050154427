#pragma once

#include <string>

namespace knotmap::app {

/// A GLFW key with its modifiers as written in shortcuts ("Ctrl+F", "Shift+L", "Left"), by the
/// character of the keyboard layout; empty for keys that no shortcut uses.
std::string keyName(int key, int scancode, int modifiers);

} // namespace knotmap::app
