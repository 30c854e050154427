#include "app/shell/ui_backend.h"

#include "app/shell/fonts.h"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

namespace knotmap::app {

UiBackend::UiBackend(PlatformWindow& window) : m_window(window)
{
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr; // the layout follows the window and is not saved
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false; // a blinking cursor would keep the processor awake
    ImGui_ImplGlfw_InitForOpenGL(window.handle(), true);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    setScale(window.contentScale());
}

UiBackend::~UiBackend()
{
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
}

void UiBackend::setScale(float scale)
{
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    m_theme = loadFonts(scale);
    applyTheme(m_theme);
}

void UiBackend::beginFrame()
{
    const float scale = m_window.contentScale();
    if (scale != m_theme.scale)
        setScale(scale);
    ImGui_ImplOpenGL3_NewFrame();
    if (ImGui::GetIO().Fonts->TexID == nullptr)
        ImGui_ImplOpenGL3_CreateFontsTexture();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
}

void UiBackend::endFrame()
{
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

} // namespace knotmap::app
