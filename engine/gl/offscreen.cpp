#include "engine/gl/offscreen.h"

#include "engine/gl/gl.h"
#include "engine/words/tr.h"

#include <array>
#include <cstdio>
#include <cstring>
#include <epoxy/egl.h>
#include <utility>
#include <vector>

namespace knotmap::gl {
namespace {

core::Error failure(const std::string& what)
{
    return core::Error{trf("No usable OpenGL without a window: {}. Install a driver (on Debian: "
                           "libgl1-mesa-dri and libegl1); software OpenGL is enough.",
                           what)};
}

bool listed(const char* extensions, const char* name)
{
    return extensions != nullptr && std::strstr(extensions, name) != nullptr;
}

EGLDisplay platformDisplay(EGLenum platform, void* native)
{
    // Looked up by name, since EGL 1.4 implementations only have the extension.
    const auto get = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(
        eglGetProcAddress("eglGetPlatformDisplayEXT"));
    return get == nullptr ? EGL_NO_DISPLAY : get(platform, native, nullptr);
}

/// The displays worth trying, best first.
std::vector<EGLDisplay> candidates()
{
    std::vector<EGLDisplay> displays;
    const auto add = [&](EGLDisplay display) {
        if (display != EGL_NO_DISPLAY)
            displays.push_back(display);
    };
    const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    if (listed(extensions, "EGL_MESA_platform_surfaceless"))
        add(platformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY));
    const auto queryDevices =
        reinterpret_cast<PFNEGLQUERYDEVICESEXTPROC>(eglGetProcAddress("eglQueryDevicesEXT"));
    if (listed(extensions, "EGL_EXT_platform_device") && queryDevices != nullptr) {
        std::array<EGLDeviceEXT, 8> devices{};
        EGLint count = 0;
        if (queryDevices(static_cast<EGLint>(devices.size()), devices.data(), &count) == EGL_TRUE)
            for (EGLint i = 0; i < count; ++i)
                add(platformDisplay(EGL_PLATFORM_DEVICE_EXT, devices[static_cast<std::size_t>(i)]));
    }
    add(eglGetDisplay(EGL_DEFAULT_DISPLAY));
    return displays;
}

EGLConfig chooseConfig(EGLDisplay display, Api api)
{
    const EGLint wanted = api == Api::Desktop ? EGL_OPENGL_BIT : EGL_OPENGL_ES3_BIT;
    // No surface is ever created, so no surface type is required.
    const std::array<EGLint, 5> attributes{EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, wanted,
                                           EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglChooseConfig(display, attributes.data(), &config, 1, &count) != EGL_TRUE || count == 0)
        return nullptr;
    return config;
}

EGLContext createContext(EGLDisplay display, EGLConfig config, Api api, bool debug)
{
    std::vector<EGLint> attributes;
    const auto add = [&](EGLint name, EGLint value) {
        attributes.push_back(name);
        attributes.push_back(value);
    };
    add(EGL_CONTEXT_MAJOR_VERSION_KHR, 3);
    add(EGL_CONTEXT_MINOR_VERSION_KHR, api == Api::Desktop ? 3 : 0);
    if (api == Api::Desktop)
        add(EGL_CONTEXT_OPENGL_PROFILE_MASK_KHR, EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT_KHR);
    if (debug)
        add(EGL_CONTEXT_FLAGS_KHR, EGL_CONTEXT_OPENGL_DEBUG_BIT_KHR);
    attributes.push_back(EGL_NONE);
    return eglCreateContext(display, config, EGL_NO_CONTEXT, attributes.data());
}

std::string glText(GLenum name)
{
    const auto* text = reinterpret_cast<const char*>(glGetString(name));
    return text == nullptr ? "unknown" : text;
}

} // namespace

struct OffscreenContext::Handles
{
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    Handles() = default;
    Handles(const Handles&) = delete;
    Handles& operator=(const Handles&) = delete;
    ~Handles()
    {
        if (context == EGL_NO_CONTEXT)
            return;
        if (eglGetCurrentContext() == context)
            eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        // The display is shared by all contexts of the process, so it is not terminated.
        eglDestroyContext(display, context);
    }

    /// Creates the context on one display; the reason for failure, or nothing.
    core::Outcome open(EGLDisplay on, Api api, bool debug)
    {
        EGLint major = 0, minor = 0;
        if (eglInitialize(on, &major, &minor) != EGL_TRUE)
            return core::Error{tr("EGL cannot be started")};
        const char* extensions = eglQueryString(on, EGL_EXTENSIONS);
        if (!listed(extensions, "EGL_KHR_surfaceless_context"))
            return core::Error{tr("EGL cannot work without a surface")};
        if (eglBindAPI(api == Api::Desktop ? EGL_OPENGL_API : EGL_OPENGL_ES_API) != EGL_TRUE)
            return core::Error{tr("EGL does not offer this kind of OpenGL")};
        EGLConfig config = chooseConfig(on, api);
        if (config == nullptr)
            return core::Error{tr("EGL has no matching configuration")};
        display = on;
        context = createContext(on, config, api, debug);
        if (context == EGL_NO_CONTEXT)
            return core::Error{api == Api::Desktop ? tr("OpenGL 3.3 core is not available")
                                                   : tr("OpenGL ES 3.0 is not available")};
        if (eglMakeCurrent(on, EGL_NO_SURFACE, EGL_NO_SURFACE, context) != EGL_TRUE)
            return core::Error{tr("the context cannot be made current")};
        return {};
    }
};

OffscreenContext::OffscreenContext(std::unique_ptr<Handles> handles) : m_handles(std::move(handles))
{}
OffscreenContext::OffscreenContext(OffscreenContext&&) noexcept = default;
OffscreenContext& OffscreenContext::operator=(OffscreenContext&&) noexcept = default;
OffscreenContext::~OffscreenContext() = default;

core::Result<OffscreenContext> OffscreenContext::create(Api api, bool debug)
{
    std::string reason = tr("EGL found no display");
    for (EGLDisplay display : candidates()) {
        auto handles = std::make_unique<Handles>();
        const core::Outcome refused = handles->open(display, api, debug);
        if (!refused)
            return OffscreenContext(std::move(handles));
        reason = refused->message;
    }
    return failure(reason);
}

bool OffscreenContext::makeCurrent()
{
    return eglMakeCurrent(m_handles->display, EGL_NO_SURFACE, EGL_NO_SURFACE, m_handles->context) ==
           EGL_TRUE;
}

std::string OffscreenContext::description() const
{
    return glText(GL_RENDERER) + ", OpenGL " + glText(GL_VERSION);
}

} // namespace knotmap::gl
