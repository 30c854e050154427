#include "app/shell/key_names.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <cctype>

namespace knotmap::app {
namespace {

std::string namedKey(int key)
{
    switch (key) {
    case GLFW_KEY_ESCAPE:
        return "Esc";
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
        return "Enter";
    case GLFW_KEY_LEFT:
        return "Left";
    case GLFW_KEY_RIGHT:
        return "Right";
    case GLFW_KEY_UP:
        return "Up";
    case GLFW_KEY_DOWN:
        return "Down";
    case GLFW_KEY_F1:
        return "F1";
    case GLFW_KEY_F11:
        return "F11";
    case GLFW_KEY_KP_ADD:
        return "+";
    case GLFW_KEY_KP_SUBTRACT:
        return "-";
    default:
        break;
    }
    if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9)
        return std::string(1, static_cast<char>('0' + key - GLFW_KEY_0));
    if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9)
        return std::string(1, static_cast<char>('0' + key - GLFW_KEY_KP_0));
    return {};
}

/// The character that the layout assigns to a key: a letter, plus or minus.
std::string printedKey(int key, int scancode)
{
    const char* printed = glfwGetKeyName(key, scancode);
    if (printed == nullptr || printed[0] == '\0' || printed[1] != '\0')
        return {};
    const char letter = printed[0];
    if (letter == '+' || letter == '=')
        return "+";
    if (letter == '-')
        return "-";
    if (std::isalpha(static_cast<unsigned char>(letter)) == 0)
        return {};
    return std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(letter))));
}

} // namespace

std::string keyName(int key, int scancode, int modifiers)
{
    std::string name = namedKey(key);
    if (name.empty())
        name = printedKey(key, scancode);
    if (name.empty())
        return {};
    std::string held;
    if ((modifiers & (GLFW_MOD_CONTROL | GLFW_MOD_SUPER)) != 0)
        held += "Ctrl+";
    if ((modifiers & GLFW_MOD_ALT) != 0)
        held += "Alt+";
    // On many layouts plus is a shifted key.
    if ((modifiers & GLFW_MOD_SHIFT) != 0 && name != "+")
        held += "Shift+";
    return held + name;
}

} // namespace knotmap::app
