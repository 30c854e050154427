#pragma once

#include <imgui.h>

namespace knotmap::app {

/// Colours of a printed atlas: warm paper, dark ink, one red for pain and one blue for links.
namespace colour {
inline const ImVec4 kPaper{0.969F, 0.953F, 0.918F, 1};
inline const ImVec4 kPaperLight{0.990F, 0.982F, 0.962F, 1};
inline const ImVec4 kPaperDark{0.932F, 0.908F, 0.858F, 1};
inline const ImVec4 kLine{0.855F, 0.822F, 0.758F, 1};
inline const ImVec4 kInk{0.145F, 0.130F, 0.114F, 1};
inline const ImVec4 kInkSoft{0.400F, 0.365F, 0.322F, 1};
inline const ImVec4 kPain{0.722F, 0.118F, 0.118F, 1};
inline const ImVec4 kPainPale{0.975F, 0.905F, 0.880F, 1};
inline const ImVec4 kCaution{0.46F, 0.34F, 0.05F, 1};
inline const ImVec4 kCautionPale{0.975F, 0.945F, 0.86F, 1};
inline const ImVec4 kLink{0.094F, 0.294F, 0.467F, 1};
inline const ImVec4 kChosen{0.894F, 0.851F, 0.769F, 1};
} // namespace colour

/// Fonts and scale. The fonts belong to ImGui; null means its own.
struct Theme
{
    ImFont* body = nullptr;
    ImFont* strong = nullptr;
    ImFont* title = nullptr;
    ImFont* small = nullptr;
    float scale = 1; ///< of the monitor

    /// Converts a length at monitor scale 1 to pixels.
    float px(float length) const { return length * scale; }
};

/// Sets ImGui's colours, spacing and rounding for the theme's scale.
void applyTheme(const Theme& theme);

} // namespace knotmap::app
