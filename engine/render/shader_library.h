#pragma once

#include "engine/core/result.h"
#include "engine/gl/program.h"

#include <array>
#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace knotmap::render {

/// Every program the renderer uses. Fine: at rest; Ghost: translucent; More: with
/// zones of other trigger points, or a pulse; Clear: with nothing painted on it.
enum class ProgramId
{
    Muscle,
    MuscleFine,
    MuscleGhost,
    MuscleGhostFine,
    Bone,
    BoneFine,
    BoneGhost,
    BoneGhostFine,
    Tool,
    ToolFine,
    Skin,
    SkinFine,
    SkinClear,
    SkinMore,
    SkinMoreFine,
    Depth,
    Mask,
    Pick,
    KnotPick,
    Dots,
    StartPose,
    Weight,
    Knot,
    Ring,
    Ground,
    Background,
    Occlusion,
    OcclusionBlur,
    Ghosts,
    Outline,
    Present,
    SectionCount, ///< from here on: only with a cut
    Section,
    SectionLine,
    SectionPick,
    Lining,
    CutFrame,
    Count
};

inline constexpr std::size_t kProgramCount = static_cast<std::size_t>(ProgramId::Count);
/// The number of those that a picture without a cut may need.
inline constexpr std::size_t kUncutCount = static_cast<std::size_t>(ProgramId::SectionCount);

/// What is drawn on the body also has a program variant that poses its vertices.
enum class Variant
{
    Plain,
    Posed
};

/// The parts of one program.
struct ProgramRecipe
{
    std::string_view vertex;   ///< file name
    std::string_view fragment; ///< file name
    std::string_view defines;  ///< names, separated by spaces
};

const ProgramRecipe& recipeOf(ProgramId id);
/// Whether a program differs for a posed body; the others have only the plain variant.
bool hasPosedVariant(ProgramId id);
/// Whether a program has a variant that discards what a cut removes.
bool knowsCut(ProgramId id);

/// Texture units, the same in every program.
enum TextureUnit
{
    kUnitFibre,
    kUnitOcclusion,
    kUnitDepth,
    kUnitColour,
    kUnitWeight,
    kUnitShadow,
    kUnitMask,
    kUnitPose,
    kUnitFat
};

/// Holds the programs; reloads them from a folder during development.
class ShaderLibrary
{
public:
    /// An empty folder means the embedded shaders.
    explicit ShaderLibrary(std::filesystem::path folder);

    bool watches() const { return !m_folder.empty(); }

    /// Builds every program in every variant; the first failure is the error.
    core::Outcome buildAll();
    /// Builds what only a cut needs, on the first call; the error is the first failure, and then
    /// nothing of the cut must be drawn.
    core::Outcome buildForCut();
    /// Selects whether `get` returns the variants with the cut or those without.
    void chooseCut(bool on) { m_cutChosen = on; }

    /// Builds what a first picture needs; the first failure is the error. All others are built on
    /// first use.
    core::Outcome buildFirst();

    /// The program, built if necessary. One that the driver refuses stays empty, and its message is
    /// kept.
    const gl::Program& get(ProgramId id, Variant variant = Variant::Plain);

    /// Makes a program current and returns it.
    const gl::Program& use(ProgramId id, Variant variant = Variant::Plain)
    {
        const gl::Program& program = get(id, variant);
        program.use();
        return program;
    }

    /// With a folder: rebuilds the programs in use when a file in it changed, checking at most
    /// twice a second. A program that fails stays as it was and its message is kept. True when any
    /// changed.
    bool reloadIfChanged();

    std::vector<std::string> takeMessages();

    /// A shader file with its includes expanded; the error names what is missing.
    core::Result<std::string> source(std::string_view name) const;

private:
    struct Slot
    {
        gl::Program program;
        bool tried = false;
    };
    /// Which variant of a program.
    struct Build
    {
        ProgramId id;
        bool posed, cut;
    };
    /// Posed or not, with or without a cut.
    static constexpr std::size_t kBuildsEach = 4;

    Build buildFor(ProgramId id, Variant variant, bool cut) const;
    core::Result<gl::Program> compile(const Build& build) const;
    core::Outcome buildNow(const Build& build);
    Slot& slot(const Build& build);
    core::Result<std::string> readFile(std::string_view name) const;
    std::filesystem::file_time_type newestChange() const;

    std::filesystem::path m_folder;
    std::filesystem::file_time_type m_seen{};
    std::chrono::steady_clock::time_point m_nextCheck{};
    std::array<Slot, kProgramCount * kBuildsEach> m_slots;
    bool m_cutChosen = false;
    std::vector<std::string> m_messages;
};

} // namespace knotmap::render
