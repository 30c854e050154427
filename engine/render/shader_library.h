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
/// zones of other points, or a pulse; Clear: with nothing painted on it.
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

/// What is drawn on the body also comes as a program that carries its vertices along with a pose.
enum class Variant
{
    Plain,
    Posed
};

inline constexpr std::size_t kVariantCount = 2;

/// What one program is made of.
struct ProgramRecipe
{
    std::string_view vertex;   ///< file name
    std::string_view fragment; ///< file name
    std::string_view defines;  ///< names, separated by blanks
};

const ProgramRecipe& recipeOf(ProgramId id);
/// Whether a program differs for a posed body; the others have only the plain variant.
bool hasPosedVariant(ProgramId id);

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

    bool watches() const { return !m_folder.empty(); }

    /// Builds every program; the first one that fails is the error.
    core::Outcome buildAll();
    /// Builds what a first picture needs; the first one that fails is the error. All others are
    /// built when they are first used.
    core::Outcome buildFirst();

    /// The program, built if it was not yet. One that the driver refuses stays empty, and its
    /// message is kept.
    const gl::Program& get(ProgramId id, Variant variant = Variant::Plain);

    /// Makes a program current and returns it.
    const gl::Program& use(ProgramId id, Variant variant = Variant::Plain)
    {
        const gl::Program& program = get(id, variant);
        program.use();
        return program;
    }

    /// With a folder: builds those programs again that were built when a file in it changed, looking at most twice a
    /// second. A program that fails stays as it was and its message is kept. True when any changed.
    bool reloadIfChanged();

    std::vector<std::string> takeMessages();

    /// A shader file with its includes put in; the error names what is missing.
    core::Result<std::string> source(std::string_view name) const;

private:
    struct Slot
    {
        gl::Program program;
        bool tried = false;
    };

    core::Result<gl::Program> build(ProgramId id, Variant variant) const;
    core::Outcome buildNow(ProgramId id, Variant variant);
    Slot& slot(ProgramId id, Variant variant);
    core::Result<std::string> readFile(std::string_view name) const;
    std::filesystem::file_time_type newestChange() const;

    std::filesystem::path m_folder;
    std::filesystem::file_time_type m_seen{};
    std::chrono::steady_clock::time_point m_nextLook{};
    std::array<Slot, kProgramCount * kVariantCount> m_slots;
    std::vector<std::string> m_messages;
};

} // namespace knotmap::render
