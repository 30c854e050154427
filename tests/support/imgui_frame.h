#pragma once

#include "app/panels/panel.h"

#include <algorithm>
#include <cmath>
#include <imgui.h>
#include <imgui_internal.h>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace knotmap::testing {

/// A glyph of the last frame, pixels from the window's top left.
struct DrawnLetter
{
    unsigned code = 0;
    ImRect box, clip; ///< where it is drawn, and its clip rectangle
    ImU32 colour = 0;

    /// Whether any of it is visible.
    bool seen() const { return clip.Overlaps(box); }
    /// Whether it is partly clipped to the left or right; vertically one can scroll.
    bool isCutOff() const
    {
        return box.Min.y >= clip.Min.y && box.Max.y <= clip.Max.y &&
               (box.Min.x < clip.Min.x - 1 || box.Max.x > clip.Max.x + 1);
    }
};

/// A widget that the pointer was found to hover.
struct FoundWidget
{
    ImGuiID id = 0;
    ImVec2 at; ///< a point on it
};

/// Dear ImGui without a window: frames are drawn into memory, pointer and keys are set by hand, and
/// the output is read back glyph by glyph. The fonts are ImGui's own, the program's fallback, so
/// that a layout is the same on every machine.
class ImGuiFrame
{
public:
    explicit ImGuiFrame(float width = 1280, float height = 800) : m_context(ImGui::CreateContext())
    {
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.LogFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        io.DeltaTime = 1; // no two clicks form a double click
        resize(width, height);
        leave();
        m_theme.body = addFont(15);
        m_theme.strong = addFont(15);
        m_theme.title = addFont(22);
        m_theme.small = addFont(13);
        io.Fonts->Build();
        for (ImFont* font : io.Fonts->Fonts)
            for (const ImFontGlyph& glyph : font->Glyphs)
                if (glyph.Visible)
                    m_glyphs[{glyph.U0, glyph.V0}] = glyph.Codepoint;
        app::applyTheme(m_theme);
    }
    ~ImGuiFrame() { ImGui::DestroyContext(m_context); }
    ImGuiFrame(const ImGuiFrame&) = delete;
    ImGuiFrame& operator=(const ImGuiFrame&) = delete;

    const app::Theme& theme() const { return m_theme; }
    ImVec2 size() const { return ImGui::GetIO().DisplaySize; }
    void resize(float width, float height) { ImGui::GetIO().DisplaySize = {width, height}; }

    void moveTo(const ImVec2& point) { ImGui::GetIO().MousePos = point; }
    void leave() { moveTo({-FLT_MAX, -FLT_MAX}); }
    void press() { ImGui::GetIO().MouseDown[0] = true; }
    void release() { ImGui::GetIO().MouseDown[0] = false; }
    void type(const std::string& text) { ImGui::GetIO().AddInputCharactersUTF8(text.c_str()); }

    /// Appends a letter as UTF-8.
    static void append(std::string& text, unsigned code)
    {
        char bytes[5] = {};
        text += ImTextCharToUtf8(bytes, code);
    }

    /// Draws one frame.
    template <typename Draw>
    void frame(const Draw& draw)
    {
        ImGui::NewFrame();
        draw();
        ImGui::Render();
    }

    /// Every visible glyph of the last frame, in drawing order.
    std::vector<DrawnLetter> letters() const
    {
        std::vector<DrawnLetter> found;
        const ImDrawData* data = ImGui::GetDrawData();
        for (int i = 0; i < data->CmdListsCount; ++i)
            for (const ImDrawCmd& command : data->CmdLists[i]->CmdBuffer)
                readLetters(*data->CmdLists[i], command, found);
        return found;
    }
    /// All words of the last frame without spaces, so that it is independent of wrapping.
    std::string words() const
    {
        std::string all;
        for (const DrawnLetter& letter : letters())
            append(all, letter.code);
        return all;
    }
    bool shows(const std::string& text) const
    {
        return words().find(drawn(text)) != std::string::npos;
    }
    /// How often a text is shown.
    int count(const std::string& text) const
    {
        const std::string all = words(), part = drawn(text);
        int times = 0;
        for (std::size_t at = all.find(part); at != std::string::npos; at = all.find(part, at + 1))
            ++times;
        return times;
    }
    /// The glyphs of the nth occurrence of a text, from 0; empty if there is none.
    std::vector<DrawnLetter> lettersOf(const std::string& text, int nth = 0) const
    {
        const std::vector<DrawnLetter> all = letters();
        std::vector<unsigned> wanted;
        for (const char* at = text.c_str(); *at != '\0';) {
            const unsigned code = nextCode(at);
            if (code != ' ' && code != '\n')
                wanted.push_back(code);
        }
        const auto same = [](const DrawnLetter& letter, unsigned code) {
            return letter.code == code;
        };
        for (auto from = all.begin();; ++from) {
            from = std::search(from, all.end(), wanted.begin(), wanted.end(), same);
            if (from == all.end())
                return {};
            if (nth-- == 0)
                return {from, from + static_cast<std::ptrdiff_t>(wanted.size())};
        }
    }
    /// The bounding box of a text.
    std::optional<ImRect> find(const std::string& text, int nth = 0) const
    {
        const auto found = lettersOf(text, nth);
        if (found.empty())
            return std::nullopt;
        ImRect box = found.front().box;
        for (const DrawnLetter& letter : found)
            box.Add(letter.box);
        return box;
    }
    /// Whether anything inside a box was drawn in a colour, ignoring alpha.
    bool hasColour(const ImVec4& colour, const ImRect& within) const
    {
        const ImU32 mask = ~IM_COL32_A_MASK;
        const ImU32 wanted = ImGui::ColorConvertFloat4ToU32(colour) & mask;
        const ImDrawData* data = ImGui::GetDrawData();
        for (int i = 0; i < data->CmdListsCount; ++i)
            for (const ImDrawVert& vertex : data->CmdLists[i]->VtxBuffer)
                if ((vertex.col & mask) == wanted && (vertex.col & IM_COL32_A_MASK) != 0 &&
                    within.Contains(vertex.pos))
                    return true;
        return false;
    }

    /// The widget under the pointer in the last frame; 0: none, or a disabled one.
    ImGuiID hovered() const { return m_context->HoveredIdDisabled ? 0 : m_context->HoveredId; }
    /// The windows that were drawn, back to front.
    std::vector<ImGuiWindow*> windows() const
    {
        std::vector<ImGuiWindow*> drawn;
        for (ImGuiWindow* window : m_context->Windows)
            if (window->Active && !window->Hidden)
                drawn.push_back(window);
        return drawn;
    }
    /// Every enabled widget inside a box, found by moving the pointer over it; `draw` draws one
    /// frame.
    template <typename Draw>
    std::vector<FoundWidget> widgetsIn(const ImRect& box, const Draw& draw)
    {
        std::vector<FoundWidget> found;
        // The lowest and narrowest widgets are 13 pixels in size.
        for (float y = box.Min.y + 5; y < box.Max.y; y += 10)
            for (float x = box.Min.x + 5; x < box.Max.x; x += 12) {
                moveTo({x, y});
                draw();
                const ImGuiID id = hovered();
                const bool known = std::any_of(found.begin(), found.end(),
                                               [&](const auto& other) { return other.id == id; });
                if (id != 0 && !known)
                    found.push_back({id, {x, y}});
            }
        leave();
        draw();
        return found;
    }

private:
    static ImFont* addFont(float pixels)
    {
        ImFontConfig config;
        config.SizePixels = pixels;
        return ImGui::GetIO().Fonts->AddFontDefault(&config);
    }
    unsigned nextCode(const char*& at) const
    {
        unsigned code = 0;
        at += ImTextCharFromUtf8(&code, at, nullptr);
        // Characters missing from the font are drawn as its question mark.
        return m_theme.body->FindGlyph(static_cast<ImWchar>(code))->Codepoint;
    }
    /// A text in the form returned by `words`.
    std::string drawn(const std::string& text) const
    {
        std::string all;
        for (const char* at = text.c_str(); *at != '\0';)
            if (const unsigned code = nextCode(at); code != ' ' && code != '\n')
                append(all, code);
        return all;
    }
    /// A glyph is four corners, drawn as two triangles, with its texture coordinates.
    void readLetters(const ImDrawList& list, const ImDrawCmd& command,
                     std::vector<DrawnLetter>& found) const
    {
        const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
        for (unsigned i = 0; i + 6 <= command.ElemCount;) {
            const ImDrawIdx first = index[i];
            const bool quad = index[i + 2] == first + 2 && index[i + 5] == first + 3;
            const ImDrawVert* corner = list.VtxBuffer.Data + command.VtxOffset + first;
            const auto glyph = m_glyphs.find({corner->uv.x, corner->uv.y});
            if (!quad || glyph == m_glyphs.end()) {
                i += 3;
                continue;
            }
            const DrawnLetter letter{glyph->second, ImRect(corner[0].pos, corner[2].pos),
                                     ImRect(command.ClipRect), corner->col};
            if (letter.seen())
                found.push_back(letter);
            i += 6;
        }
    }

    ImGuiContext* m_context;
    app::Theme m_theme;
    std::map<std::pair<float, float>, unsigned> m_glyphs; ///< by texture coordinates
};

} // namespace knotmap::testing
