#include "engine/render/shader_library.h"

#include "engine/render/embedded_shaders.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace knotmap::render {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepestInclude = 8;

constexpr std::array<ProgramRecipe, kProgramCount> kRecipes{{
    {"matter.vert", "matter.frag", "MUSCLE"},
    {"matter.vert", "matter.frag", "MUSCLE FINE"},
    {"matter.vert", "matter.frag", "MUSCLE GHOST"},
    {"matter.vert", "matter.frag", "MUSCLE GHOST FINE"},
    {"matter.vert", "matter.frag", "BONE"},
    {"matter.vert", "matter.frag", "BONE FINE"},
    {"matter.vert", "matter.frag", "BONE GHOST"},
    {"matter.vert", "matter.frag", "BONE GHOST FINE"},
    {"matter.vert", "matter.frag", "TOOL"},
    {"matter.vert", "matter.frag", "TOOL FINE"},
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
    {"knot.vert", "knot.frag", ""},
    {"ring.vert", "ring.frag", ""},
    {"ground.vert", "ground.frag", ""},
    {"fullscreen.vert", "background.frag", ""},
    {"fullscreen.vert", "occlusion.frag", ""},
    {"fullscreen.vert", "occlusion_blur.frag", ""},
    {"fullscreen.vert", "ghosts.frag", ""},
    {"fullscreen.vert", "outline.frag", ""},
    {"fullscreen.vert", "present.frag", ""},
}};

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

bool hasPosedVariant(ProgramId id)
{
    const ProgramRecipe& recipe = recipeOf(id);
    const bool matter =
        recipe.vertex == "matter.vert" && recipe.defines.find("TOOL") == std::string_view::npos;
    return matter || recipe.vertex == "skin.vert" || recipe.vertex == "depth.vert";
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
            return core::Error{"The shader " + (m_folder / name).string() +
                               " cannot be read. Check KNOTMAP_SHADERS."};
        return std::string(std::istreambuf_iterator<char>(stream), {});
    }
    const auto& shaders = embeddedShaders();
    const auto found = std::find_if(shaders.begin(), shaders.end(),
                                    [&](const auto& shader) { return shader.name == name; });
    if (found == shaders.end())
        return core::Error{"The shader " + std::string(name) + " is not built in."};
    return std::string(found->text);
}

core::Result<std::string> ShaderLibrary::source(std::string_view name) const
{
    auto text = readFile(name);
    // Each round puts in the first include that is left, so that nested ones are found too.
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

core::Result<gl::Program> ShaderLibrary::build(ProgramId id, Variant variant) const
{
    const ProgramRecipe& recipe = recipeOf(id);
    const auto vertex = source(recipe.vertex);
    if (!vertex)
        return vertex.error();
    const auto fragment = source(recipe.fragment);
    if (!fragment)
        return fragment.error();
    std::string words(recipe.defines);
    if (variant == Variant::Posed)
        words += " POSED";
    const std::string defines = defineLines(words);
    std::string label(recipe.fragment.substr(0, recipe.fragment.find('.')));
    if (!words.empty())
        label += " (" + words + ")";
    auto program = gl::Program::build({label, defines + *vertex, defines + *fragment});
    if (program)
        bindSlots(*program);
    return program;
}

ShaderLibrary::Slot& ShaderLibrary::slot(ProgramId id, Variant variant)
{
    const bool posed = variant == Variant::Posed && hasPosedVariant(id);
    return m_slots[kVariantCount * static_cast<std::size_t>(id) + (posed ? 1 : 0)];
}

core::Outcome ShaderLibrary::buildNow(ProgramId id, Variant variant)
{
    Slot& wanted = slot(id, variant);
    if (wanted.tried)
        return {};
    wanted.tried = true;
    auto program = build(id, variant);
    if (!program)
        return program.error();
    wanted.program = std::move(*program);
    return {};
}

core::Outcome ShaderLibrary::buildAll()
{
    for (std::size_t i = 0; i < kProgramCount; ++i)
        for (const Variant variant : {Variant::Plain, Variant::Posed})
            if (core::Outcome refused = buildNow(static_cast<ProgramId>(i), variant))
                return refused;
    return {};
}

core::Outcome ShaderLibrary::buildFirst()
{
    for (const ProgramId id : {ProgramId::Muscle, ProgramId::Bone, ProgramId::Depth,
                               ProgramId::SkinClear, ProgramId::Background, ProgramId::Ground})
        if (core::Outcome refused = buildNow(id, Variant::Plain))
            return refused;
    return {};
}

const gl::Program& ShaderLibrary::get(ProgramId id, Variant variant)
{
    if (const core::Outcome refused = buildNow(id, variant))
        m_messages.push_back(refused->message);
    return slot(id, variant).program;
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
    if (m_folder.empty() || now < m_nextLook)
        return false;
    m_nextLook = now + std::chrono::milliseconds(500);
    const auto newest = newestChange();
    if (newest == m_seen)
        return false;
    m_seen = newest;
    bool changed = false;
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (!m_slots[i].tried)
            continue;
        auto program = build(static_cast<ProgramId>(i / kVariantCount),
                             static_cast<Variant>(i % kVariantCount));
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
