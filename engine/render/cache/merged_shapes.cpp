#include "engine/render/cache/merged_shapes.h"

#include <algorithm>
#include <cmath>

namespace knotmap::render {
namespace {

/// Both sides of muscles and bones, for a nearby body and some at other distances.
constexpr std::size_t kKeptChoices = 24;

std::array<std::uint16_t, 4> packed(const glm::vec4& tint)
{
    const auto share = [](float value) {
        return static_cast<std::uint16_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 65535.0F));
    };
    return {share(tint.x), share(tint.y), share(tint.z), share(tint.w)};
}

template <typename T>
void upload(gl::Buffer& buffer, const char* label, const std::vector<T>& values)
{
    buffer = gl::Buffer(label);
    glBindBuffer(GL_ARRAY_BUFFER, buffer.id());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(values.size() * sizeof(T)), values.data(),
                 GL_STATIC_DRAW);
}

} // namespace

void MergedShapes::add(const CoarsePart& part, const glm::vec4& tint)
{
    Part& added = m_parts.emplace_back();
    added.sources = part.sources;
    for (const geometry::DetailLevel& level : part.levels) {
        added.levels.push_back(
            {m_levelCount++, m_indices.size(), level.indices.size(), level.errorMm});
        for (const std::uint32_t index : level.indices)
            m_indices.push_back(m_vertexCount + index);
    }
    m_vertices.insert(m_vertices.end(), part.vertices.begin(), part.vertices.end());
    m_tints.insert(m_tints.end(), part.vertices.size(), packed(tint));
    m_vertexCount += static_cast<std::uint32_t>(part.vertices.size());
}

void MergedShapes::upload()
{
    m_array = gl::VertexArray("merged shapes");
    render::upload(m_vertexBuffer, "merged shapes", m_vertices);
    describeVertex(Detail::Fibres);
    render::upload(m_tintBuffer, "merged tints", m_tints);
    glEnableVertexAttribArray(kSlotTint);
    glVertexAttribPointer(kSlotTint, 4, GL_UNSIGNED_SHORT, GL_TRUE, 0, nullptr);
    glBindVertexArray(0);
    m_vertices = {};
    m_tints = {};
}

void MergedShapes::uploadWeights(const body::Atlas& atlas)
{
    std::vector<body::JointWeights> weights;
    weights.reserve(m_vertexCount);
    for (std::size_t shape = 0; shape < m_parts.size(); ++shape)
        for (const std::uint32_t source : m_parts[shape].sources)
            weights.push_back(source < atlas.shapes[shape].weights.size()
                                  ? atlas.shapes[shape].weights[source]
                                  : body::JointWeights{});
    glBindVertexArray(m_array.id());
    render::upload(m_weightBuffer, "merged joint weights", weights);
    describeWeights();
    glBindVertexArray(0);
}

const MergedLevel* MergedShapes::level(std::uint32_t shape, float errorMm) const
{
    const std::vector<MergedLevel>& levels = m_parts[shape].levels;
    const auto tooFar = std::find_if(levels.begin(), levels.end(), [&](const MergedLevel& level) {
        return level.errorMm > errorMm;
    });
    return tooFar == levels.begin() ? nullptr : &*std::prev(tooFar);
}

MergedShapes::Choice& MergedShapes::choiceOf(const std::vector<const MergedLevel*>& levels)
{
    const auto found = std::find_if(m_choices.begin(), m_choices.end(), [&](const Choice& choice) {
        return std::equal(
            levels.begin(), levels.end(), choice.numbers.begin(), choice.numbers.end(),
            [](const MergedLevel* level, std::uint32_t number) { return level->number == number; });
    });
    if (found != m_choices.end()) {
        m_choices.splice(m_choices.begin(), m_choices, found);
        return m_choices.front();
    }
    if (m_choices.size() < kKeptChoices)
        m_choices.emplace_front().indices = gl::Buffer("merged choice");
    else
        m_choices.splice(m_choices.begin(), m_choices, std::prev(m_choices.end()));
    Choice& choice = m_choices.front();
    choice.numbers.clear();
    std::vector<std::uint32_t> indices;
    for (const MergedLevel* level : levels) {
        choice.numbers.push_back(level->number);
        const auto from = m_indices.begin() + static_cast<std::ptrdiff_t>(level->first);
        indices.insert(indices.end(), from, from + static_cast<std::ptrdiff_t>(level->count));
    }
    choice.count = static_cast<GLsizei>(indices.size());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, choice.indices.id());
    glBufferData(GL_ELEMENT_ARRAY_BUFFER,
                 static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint32_t)), indices.data(),
                 GL_DYNAMIC_DRAW);
    return choice;
}

void MergedShapes::draw(const std::vector<const MergedLevel*>& levels)
{
    if (levels.empty())
        return;
    glBindVertexArray(m_array.id());
    const Choice& choice = choiceOf(levels);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, choice.indices.id());
    glDrawElements(GL_TRIANGLES, choice.count, GL_UNSIGNED_INT, nullptr);
}

} // namespace knotmap::render
