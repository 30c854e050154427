#include "engine/render/shader_library.h"

#include "engine/render/embedded_shaders.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace knotmap::render {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepestInclude = 8;

constexpr std::array<ProgramRecipe, kProgramCount> kRecipes{{
    {"material.vert", "material.frag", "MUSCLE"},
    {"material.vert", "material.frag", "MUSCLE FINE"},
    {"material.vert", "material.frag", "MUSCLE GHOST"},
    {"material.vert", "material.frag", "MUSCLE GHOST FINE"},
    {"material.vert", "material.frag", "BONE"},
    {"material.vert", "material.frag", "BONE FINE"},
    {"material.vert", "material.frag", "BONE GHOST"},
    {"material.vert", "material.frag", "BONE GHOST FINE"},
    {"material.vert", "material.frag", "TOOL"},
    {"material.vert", "material.frag", "TOOL FINE"},
    {"skin.vert", "skin.frag", ""},
    {"skin.vert", "skin.frag", "FINE"},
    {"skin.vert", "skin.frag", "CLEAR"},
    {"skin.vert", "skin.frag", "MORE"},
    {"skin.vert", "skin.frag", "MORE FINE"},
    {"depth.vert", "depth.frag", ""},
    {"depth.vert", "mask.frag", ""},
    {"depth.vert", "pick.frag", ""},
    {"knot.vert", "knot_pick.frag", ""},
    {"dots.vert", "dots.frag", ""},
    {"start_pose.vert", "start_pose.frag", ""},
    {"weight.vert", "weight.frag", ""},
    {"knot.vert", "knot.frag", ""},
    {"ring.vert", "ring.frag", ""},
    {"ground.vert", "ground.frag", ""},
    {"fullscreen.vert", "background.frag", ""},
    {"fullscreen.vert", "occlusion.frag", ""},
    {"fullscreen.vert", "occlusion_blur.frag", ""},
    {"fullscreen.vert", "ghosts.frag", ""},
    {"fullscreen.vert", "outline.frag", ""},
    {"fullscreen.vert", "present.frag", ""},
    {"section.vert", "section_count.frag", "FAN"},
    {"section.vert", "section.frag", "AREA"},
    {"section.vert", "section_line.frag", "LINE"},
    {"section.vert", "section_pick.frag", "AREA"},
    {"depth.vert", "lining.frag", "CUT"},
    {"cut_frame.vert", "cut_frame.frag", ""},
}};

constexpr std::string_view kCutDefine = "CUT";

std::string defineLines(std::string_view defines)
{
    std::istringstream words{std::string(defines)};
    std::string lines, word;
    while (words >> word)
        lines += "#define " + word + "\n";
    return lines;
}

void bindSlots(const gl::Program& program)
{
    const GLuint block = glGetUniformBlockIndex(program.id(), "Frame");
    if (block != GL_INVALID_INDEX)
        glUniformBlockBinding(program.id(), block, 0);
    program.use();
    program.set("tFibre", int{kUnitFibre});
    program.set("tOcclusion", int{kUnitOcclusion});
    program.set("tDepth", int{kUnitDepth});
    program.set("tColour", int{kUnitColour});
    program.set("tWeight", int{kUnitWeight});
    program.set("tShadow", int{kUnitShadow});
    program.set("tMask", int{kUnitMask});
    program.set("tPose", int{kUnitPose});
    program.set("tFat", int{kUnitFat});
    glUseProgram(0);
}

/// The file named by an #include line, or nothing.
std::string_view includedFile(std::string_view line)
{
    constexpr std::string_view kStart = "#include \"";
    if (line.substr(0, kStart.size()) != kStart)
        return {};
    const std::string_view rest = line.substr(kStart.size());
    return rest.substr(0, rest.find('"'));
}

} // namespace

const ProgramRecipe& recipeOf(ProgramId id)
{
    return kRecipes[static_cast<std::size_t>(id)];
}

bool knowsCut(ProgramId id)
{
    const ProgramRecipe& recipe = recipeOf(id);
    // Tool and arrow are never cut.
    const bool body = recipe.vertex == "material.vert" || recipe.vertex == "skin.vert" ||
                      recipe.vertex == "depth.vert" || recipe.vertex == "dots.vert";
    return body && static_cast<std::size_t>(id) < kUncutCount && id != ProgramId::Tool &&
           id != ProgramId::ToolFine;
}

bool hasPosedVariant(ProgramId id)
{
    const ProgramRecipe& recipe = recipeOf(id);
    const bool material =
        recipe.vertex == "material.vert" && recipe.defines.find("TOOL") == std::string_view::npos;
    return material || recipe.vertex == "skin.vert" || recipe.vertex == "depth.vert" ||
           recipe.vertex == "dots.vert";
}

ShaderLibrary::ShaderLibrary(fs::path folder) : m_folder(std::move(folder))
{
    if (!m_folder.empty())
        m_seen = newestChange();
}

core::Result<std::string> ShaderLibrary::readFile(std::string_view name) const
{
    if (!m_folder.empty()) {
        std::ifstream stream(m_folder / name, std::ios::binary);
        if (!stream)
            return core::Error{trf("The shader {} cannot be read. Check KNOTMAP_SHADERS.",
                                   (m_folder / name).string())};
        return std::string(std::istreambuf_iterator<char>(stream), {});
    }
    const auto& shaders = embeddedShaders();
    const auto found = std::find_if(shaders.begin(), shaders.end(),
                                    [&](const auto& shader) { return shader.name == name; });
    if (found == shaders.end())
        return core::Error{trf("The shader {} is not built into the program.", name)};
    return std::string(found->text);
}

core::Result<std::string> ShaderLibrary::source(std::string_view name) const
{
    auto text = readFile(name);
    // Each round expands the first remaining include, so that nested ones are found too.
    for (int round = 0; text && round < kDeepestInclude; ++round) {
        std::istringstream lines(*text);
        std::string whole, line;
        bool found = false;
        while (std::getline(lines, line)) {
            const std::string_view file = includedFile(line);
            if (file.empty()) {
                whole += line + '\n';
                continue;
            }
            auto included = readFile("include/" + std::string(file));
            if (!included)
                return included;
            whole += *included;
            found = true;
        }
        *text = whole;
        if (!found)
            break;
    }
    return text;
}

core::Result<gl::Program> ShaderLibrary::compile(const Build& build) const
{
    const ProgramRecipe& recipe = recipeOf(build.id);
    const auto vertex = source(recipe.vertex);
    if (!vertex)
        return vertex.error();
    const auto fragment = source(recipe.fragment);
    if (!fragment)
        return fragment.error();
    std::string words(recipe.defines);
    if (build.posed)
        words.append(" POSED");
    if (build.cut)
        words.append(" ").append(kCutDefine);
    const std::string defines = defineLines(words);
    std::string label(recipe.fragment.substr(0, recipe.fragment.find('.')));
    if (!words.empty())
        label += " (" + words + ")";
    auto program = gl::Program::build({label, defines + *vertex, defines + *fragment});
    if (program)
        bindSlots(*program);
    return program;
}

ShaderLibrary::Build ShaderLibrary::buildFor(ProgramId id, Variant variant, bool cut) const
{
    return {id, variant == Variant::Posed && hasPosedVariant(id), cut && knowsCut(id)};
}

ShaderLibrary::Slot& ShaderLibrary::slot(const Build& build)
{
    return m_slots[kBuildsEach * static_cast<std::size_t>(build.id) + (build.posed ? 1 : 0) +
                   (build.cut ? 2 : 0)];
}

core::Outcome ShaderLibrary::buildNow(const Build& build)
{
    Slot& wanted = slot(build);
    if (wanted.tried)
        return {};
    wanted.tried = true;
    auto program = compile(build);
    if (!program)
        return program.error();
    wanted.program = std::move(*program);
    return {};
}

core::Outcome ShaderLibrary::buildAll()
{
    for (std::size_t i = 0; i < kProgramCount; ++i)
        for (const Variant variant : {Variant::Plain, Variant::Posed})
            for (const bool cut : {false, true})
                if (core::Outcome refused =
                        buildNow(buildFor(static_cast<ProgramId>(i), variant, cut)))
                    return refused;
    return {};
}

core::Outcome ShaderLibrary::buildFirst()
{
    for (const ProgramId id : {ProgramId::Muscle, ProgramId::Bone, ProgramId::Depth,
                               ProgramId::SkinClear, ProgramId::Background, ProgramId::Ground})
        if (core::Outcome refused = buildNow(buildFor(id, Variant::Plain, false)))
            return refused;
    return {};
}

core::Outcome ShaderLibrary::buildForCut()
{
    for (std::size_t i = kUncutCount; i < kProgramCount; ++i) {
        const auto id = static_cast<ProgramId>(i);
        if (!get(id))
            return core::Error{tr("the driver rejects the shaders of the cut")};
    }
    return {};
}

const gl::Program& ShaderLibrary::get(ProgramId id, Variant variant)
{
    const Build build = buildFor(id, variant, m_cutChosen);
    if (const core::Outcome refused = buildNow(build))
        m_messages.push_back(refused->message);
    return slot(build).program;
}

fs::file_time_type ShaderLibrary::newestChange() const
{
    fs::file_time_type newest = fs::file_time_type::min();
    std::error_code error;
    for (fs::recursive_directory_iterator file(m_folder, error), end; !error && file != end;
         file.increment(error))
        if (const auto time = file->last_write_time(error); !error)
            newest = std::max(newest, time);
    return newest;
}

bool ShaderLibrary::reloadIfChanged()
{
    const auto now = std::chrono::steady_clock::now();
    if (m_folder.empty() || now < m_nextCheck)
        return false;
    m_nextCheck = now + std::chrono::milliseconds(500);
    const auto newest = newestChange();
    if (newest == m_seen)
        return false;
    m_seen = newest;
    bool changed = false;
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (!m_slots[i].tried)
            continue;
        auto program =
            compile({static_cast<ProgramId>(i / kBuildsEach), (i & 1U) != 0, (i & 2U) != 0});
        if (!program) {
            m_messages.push_back(program.error().message);
            continue;
        }
        m_slots[i].program = std::move(*program);
        changed = true;
    }
    return changed;
}

std::vector<std::string> ShaderLibrary::takeMessages()
{
    return std::exchange(m_messages, {});
}

} // namespace knotmap::render
