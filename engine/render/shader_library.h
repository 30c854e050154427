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

/// Every program the renderer uses. Fine: at rest; Ghost: translucent.
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
    Count
};

inline constexpr std::size_t kProgramCount = static_cast<std::size_t>(ProgramId::Count);

/// What one program is made of.
struct ProgramRecipe
{
    std::string_view vertex;   ///< file name
    std::string_view fragment; ///< file name
    std::string_view defines;  ///< names, separated by blanks
};

const ProgramRecipe& recipeOf(ProgramId id);

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
    kUnitPose
};

/// Holds the programs; reads them again from a folder while they are being worked on.
class ShaderLibrary
{
public:
    /// An empty folder means the embedded shaders.
    explicit ShaderLibrary(std::filesystem::path folder);

    /// Builds every program; the first one that fails is the error.
    core::Outcome buildAll();

    const gl::Program& get(ProgramId id) const { return m_programs[static_cast<std::size_t>(id)]; }

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
    core::Result<gl::Program> build(ProgramId id) const;
    core::Result<std::string> readFile(std::string_view name) const;
    std::filesystem::file_time_type newestChange() const;

    std::filesystem::path m_folder;
    std::filesystem::file_time_type m_seen{};
    std::chrono::steady_clock::time_point m_nextLook{};
    std::array<gl::Program, kProgramCount> m_programs;
    std::vector<std::string> m_messages;
};

} // namespace knotmap::render
