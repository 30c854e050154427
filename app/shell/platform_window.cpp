#include "app/shell/platform_window.h"

#include "app/shell/key_names.h"
#include "engine/words/tr.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <fmt/format.h>

namespace knotmap::app {
namespace {

constexpr int kWidth = 1280, kHeight = 800;
constexpr int kMinWidth = 160, kMinHeight = 120;

std::string lastProblem()
{
    const char* description = nullptr;
    glfwGetError(&description);
    return description == nullptr ? tr("no reason was given") : description;
}

core::Error noDisplay()
{
    return {trf("no window can be opened: {}; without a display, draw pictures with "
                "'knotmap render' or start Knotmap under xvfb-run",
                lastProblem())};
}

core::Error noOpenGl()
{
    return {trf("the display does not offer OpenGL 3.3: {}; update the graphics driver, or "
                "render in software with LIBGL_ALWAYS_SOFTWARE=1",
                lastProblem())};
}

/// Requests the context that the renderer needs and a size that fits the monitor.
GLFWwindow* createWindow(const std::string& title)
{
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    // A driver reset should be reported, not end the program; ignored if unsupported.
    glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, GLFW_LOSE_CONTEXT_ON_RESET);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    int width = kWidth, height = kHeight;
    if (GLFWmonitor* monitor = glfwGetPrimaryMonitor()) {
        int x = 0, y = 0, roomX = 0, roomY = 0;
        glfwGetMonitorWorkarea(monitor, &x, &y, &roomX, &roomY);
        if (roomX > 0 && roomY > 0) {
            width = std::min(width, roomX);
            height = std::min(height, roomY);
        }
    }
    return glfwCreateWindow(width, height, title.c_str(), nullptr, nullptr);
}

} // namespace

struct PlatformWindow::State
{
    GLFWwindow* window = nullptr;
    std::vector<std::string> keys;
    std::vector<MouseEvent> mouse;
    glm::vec2 pointer{0}; ///< as of the current event
    WindowSize windowedSize{kWidth, kHeight};
    int windowedX = 0, windowedY = 0;

    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State()
    {
        if (window != nullptr)
            glfwDestroyWindow(window);
        glfwTerminate();
    }
};

PlatformWindow::PlatformWindow(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PlatformWindow::PlatformWindow(PlatformWindow&&) noexcept = default;
PlatformWindow& PlatformWindow::operator=(PlatformWindow&&) noexcept = default;
PlatformWindow::~PlatformWindow() = default;

core::Result<PlatformWindow> PlatformWindow::open(const std::string& title)
{
    auto state = std::make_unique<State>();
    if (glfwInit() != GLFW_TRUE)
        return noDisplay();
    state->window = createWindow(title);
    if (state->window == nullptr)
        return noOpenGl();
    glfwMakeContextCurrent(state->window);
    glfwSwapInterval(1);
    glfwSetWindowSizeLimits(state->window, kMinWidth, kMinHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwSetWindowUserPointer(state->window, state.get());
    // Set before ImGui's own callbacks, which chain to these.
    glfwSetKeyCallback(state->window,
                       [](GLFWwindow* window, int key, int scancode, int action, int modifiers) {
                           auto* self = static_cast<State*>(glfwGetWindowUserPointer(window));
                           const std::string name = keyName(key, scancode, modifiers);
                           if (action != GLFW_RELEASE && !name.empty())
                               self->keys.push_back(name);
                       });
    // When queried, GLFW returns the current pointer position, not the one at the press.
    glfwSetCursorPosCallback(state->window, [](GLFWwindow* window, double x, double y) {
        static_cast<State*>(glfwGetWindowUserPointer(window))->pointer = glm::vec2(x, y);
    });
    glfwSetMouseButtonCallback(
        state->window, [](GLFWwindow* window, int button, int action, int modifiers) {
            auto* self = static_cast<State*>(glfwGetWindowUserPointer(window));
            self->mouse.push_back({action == GLFW_PRESS, button, self->pointer,
                                   (modifiers & GLFW_MOD_SHIFT) != 0, glfwGetTime()});
        });
    return PlatformWindow(std::move(state));
}

GLFWwindow* PlatformWindow::handle() const
{
    return m_state->window;
}

WindowSize PlatformWindow::framebufferSize() const
{
    WindowSize size;
    if (glfwGetWindowAttrib(m_state->window, GLFW_ICONIFIED) == GLFW_FALSE)
        glfwGetFramebufferSize(m_state->window, &size.width, &size.height);
    return size;
}

float PlatformWindow::pixelRatio() const
{
    int width = 0, height = 0, pixels = 0;
    glfwGetWindowSize(m_state->window, &width, &height);
    glfwGetFramebufferSize(m_state->window, &pixels, &height);
    return width > 0 && pixels > 0 ? static_cast<float>(pixels) / static_cast<float>(width) : 1;
}

float PlatformWindow::contentScale() const
{
    float x = 1, y = 1;
    glfwGetWindowContentScale(m_state->window, &x, &y);
    // Some systems scale the framebuffer themselves; then it must not be done twice.
    return std::clamp(std::max(x, y) / pixelRatio(), 0.75F, 4.0F);
}

bool PlatformWindow::closing() const
{
    return glfwWindowShouldClose(m_state->window) == GLFW_TRUE;
}

void PlatformWindow::swap()
{
    glfwSwapBuffers(m_state->window);
}

void PlatformWindow::waitForEvents(double atMostS)
{
    if (atMostS < 0)
        glfwWaitEvents();
    else if (atMostS > 0)
        glfwWaitEventsTimeout(atMostS);
    else
        glfwPollEvents();
}

double PlatformWindow::now() const
{
    return glfwGetTime();
}

void PlatformWindow::resize(const WindowSize& size)
{
    glfwSetWindowSizeLimits(m_state->window, 1, 1, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwSetWindowSize(m_state->window, size.width, size.height);
}

void PlatformWindow::toggleFullScreen()
{
    GLFWwindow* window = m_state->window;
    if (glfwGetWindowMonitor(window) != nullptr) {
        glfwSetWindowMonitor(window, nullptr, m_state->windowedX, m_state->windowedY,
                             m_state->windowedSize.width, m_state->windowedSize.height,
                             GLFW_DONT_CARE);
        return;
    }
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    if (mode == nullptr)
        return;
    glfwGetWindowPos(window, &m_state->windowedX, &m_state->windowedY);
    glfwGetWindowSize(window, &m_state->windowedSize.width, &m_state->windowedSize.height);
    glfwSetWindowMonitor(window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

std::vector<std::string> PlatformWindow::takeKeys()
{
    return std::exchange(m_state->keys, {});
}

std::vector<MouseEvent> PlatformWindow::takeMouse()
{
    return std::exchange(m_state->mouse, {});
}

} // namespace knotmap::app
