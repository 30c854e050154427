#include "app/shell/fonts.h"

#include <cmath>
#include <cstring>
#include <fontconfig/fontconfig.h>
#include <imgui_freetype.h>
#include <memory>
#include <optional>
#include <string>

namespace knotmap::app {
namespace {

// Font sizes (em) for a monitor of scale 1.
constexpr float kBodyPx = 15.2F, kTitlePx = 21.5F, kSmallPx = 13.2F;
/// FreeType's size is ascent plus descent, which in Inter is this many ems.
constexpr float kLineAnEm = 1.21F;
constexpr char kFamily[] = "Inter";

// Latin with accents, dashes and quotes, arrows, and unit symbols.
constexpr ImWchar kGlyphs[] = {0x0020, 0x024F, 0x2010, 0x2027, 0x2030, 0x203A, 0x2190, 0x2193,
                               0x2212, 0x2212, 0x2248, 0x2248, 0x2264, 0x2265, 0};

using Pattern = std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)>;
using Config = std::unique_ptr<FcConfig, decltype(&FcConfigDestroy)>;

const FcChar8* bytes(const char* text)
{
    return reinterpret_cast<const FcChar8*>(text);
}

/// The file of the family in a weight; none if fontconfig would substitute another family.
std::optional<std::string> fontFile(FcConfig* config, int weight)
{
    const Pattern wanted(FcPatternCreate(), &FcPatternDestroy);
    FcPatternAddString(wanted.get(), FC_FAMILY, bytes(kFamily));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
    FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcConfigSubstitute(config, wanted.get(), FcMatchPattern);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultNoMatch;
    const Pattern found(FcFontMatch(config, wanted.get(), &result), &FcPatternDestroy);
    FcChar8 *family = nullptr, *file = nullptr;
    if (!found || FcPatternGetString(found.get(), FC_FAMILY, 0, &family) != FcResultMatch ||
        FcPatternGetString(found.get(), FC_FILE, 0, &file) != FcResultMatch)
        return std::nullopt;
    if (std::strcmp(reinterpret_cast<const char*>(family), kFamily) != 0)
        return std::nullopt;
    return std::string(reinterpret_cast<const char*>(file));
}

ImFont* load(const std::optional<std::string>& file, float pixels)
{
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig config;
    config.SizePixels = std::round(file ? pixels * kLineAnEm : pixels);
    if (!file)
        return atlas.AddFontDefault(&config);
    ImFont* font = atlas.AddFontFromFileTTF(file->c_str(), config.SizePixels, &config, kGlyphs);
    return font != nullptr ? font : atlas.AddFontDefault(&config);
}

} // namespace

Theme loadFonts(float scale)
{
    const Config config(FcInitLoadConfigAndFonts(), &FcConfigDestroy);
    std::optional<std::string> regular, semibold;
    if (config) {
        regular = fontFile(config.get(), FC_WEIGHT_REGULAR);
        semibold = fontFile(config.get(), FC_WEIGHT_DEMIBOLD);
    }
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    Theme theme;
    theme.scale = scale;
    theme.body = load(regular, kBodyPx * scale);
    theme.strong = load(semibold, kBodyPx * scale);
    theme.title = load(semibold, kTitlePx * scale);
    theme.small = load(regular, kSmallPx * scale);
    atlas.Build();
    return theme;
}

} // namespace knotmap::app
