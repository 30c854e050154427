#pragma once

#include "app/panels/panel.h"

#include <string>
#include <string_view>
#include <vector>

namespace knotmap::app::widgets {

/// A panel that fills an area; the caller ends it with endPanel whatever it returns.
bool beginPanel(const char* id, const Area& area, ImGuiWindowFlags more = 0);
void endPanel();

void text(const std::string& words);
void textSoft(const std::string& words);
/// In a font (null: the one in use).
void textIn(ImFont* font, const std::string& words, const ImVec4& ink = colour::kInk);
/// A small heading: bold instead of capitals, with space above.
void heading(const Theme& theme, const std::string& words);
/// Text with a hanging dash or number in front.
void hanging(const Theme& theme, const std::string& mark, const std::string& words,
             const ImVec4& ink = colour::kInk);
void bullets(const Theme& theme, const std::vector<std::string>& entries,
             const ImVec4& ink = colour::kInk);

/// A link; true when clicked. `id` distinguishes equal words.
bool link(const std::string& words, std::string_view id);

/// How a row of buttons shares its width.
enum class Share
{
    ByWords, ///< longer labels get more
    Even     ///< all the same
};
/// A row of buttons of which one is selected; the index that was clicked, or -1. Fills `width`.
int choice(const Theme& theme, const char* id, const std::vector<std::string>& labels, int chosen,
           float width, Share share = Share::ByWords);

/// A button to the right of what stands before it, or below that where there is no room.
bool buttonBeside(const char* label);
/// A button as wide as its panel; a label that is wider is cut short and told whole in a tooltip.
bool wideButton(const char* label);

/// A text field with a hint; true when the text changed.
bool searchField(const char* id, const char* hint, std::string& textInOut, float width);

enum class Mark
{
    Solid,
    Dots,
    Hatch
};
/// A swatch of a zone in its hue (an index into scene::kZoneHues): solid with the hue's own lines,
/// dots of its own shape.
void zoneSwatch(const Theme& theme, std::size_t hue, Mark mark);
/// A swatch of the colour and texture of a zone or a caution area, in line with text.
void swatch(const Theme& theme, Mark mark);

/// Text on a tinted ground with a coloured edge.
void beginNote(const Theme& theme, const char* id, const ImVec4& ground, const ImVec4& edge);
void endNote(const Theme& theme);

/// A line across the panel with space around it.
void rule(const Theme& theme);

} // namespace knotmap::app::widgets
