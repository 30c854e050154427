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
/// zones of other points, or a pulse.
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
/// How many of them a picture without a cut may need.
inline constexpr std::size_t kUncutCount = static_cast<std::size_t>(ProgramId::SectionCount);

/// What one program is made of.
struct ProgramRecipe
{
    std::string_view vertex;   ///< file name
    std::string_view fragment; ///< file name
    std::string_view defines;  ///< names, separated by blanks
};

const ProgramRecipe& recipeOf(ProgramId id);
/// Whether there is a variant that leaves out what a cut takes away.
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

/// Holds the programs; reads them again from a folder while they are being worked on.
class ShaderLibrary
{
public:
    /// An empty folder means the embedded shaders.
    explicit ShaderLibrary(std::filesystem::path folder);

    bool watches() const { return !m_folder.empty(); }

    /// Builds every program that needs no cut; the first one that fails is the error.
    core::Outcome buildAll();
    /// Builds what only a cut needs, the first time it is called. Without it nothing of the cut is
    /// seen.
    core::Outcome buildForCut();
    /// From now on `get` gives the variants that know of the cut, or the plain ones.
    void chooseCut(bool on) { m_cutChosen = on; }

    const gl::Program& get(ProgramId id) const
    {
        const auto index = static_cast<std::size_t>(id);
        return m_cutChosen && m_cutVariants[index] ? m_cutVariants[index] : m_programs[index];
    }

    /// Makes a program current and returns it.
    const gl::Program& use(ProgramId id) const
    {
        const gl::Program& program = get(id);
        program.use();
        return program;
    }

    /// With a folder: builds the programs again when a file in it changed, looking at most twice a
    /// second. A program that fails stays as it was and its message is kept. True when any changed.
    bool reloadIfChanged();

    std::vector<std::string> takeMessages();

    /// A shader file with its includes put in; the error names what is missing.
    core::Result<std::string> source(std::string_view name) const;

private:
    core::Result<gl::Program> build(ProgramId id, bool cut) const;
    void rebuild(gl::Program& program, ProgramId id, bool cut, bool& changed);
    core::Result<std::string> readFile(std::string_view name) const;
    std::filesystem::file_time_type newestChange() const;

    std::filesystem::path m_folder;
    std::filesystem::file_time_type m_seen{};
    std::chrono::steady_clock::time_point m_nextLook{};
    std::array<gl::Program, kProgramCount> m_programs;
    std::array<gl::Program, kProgramCount> m_cutVariants; ///< empty where one knows of no cut
    bool m_cutChosen = false;
    bool m_cutTried = false;
    std::vector<std::string> m_messages;
};

} // namespace knotmap::render
