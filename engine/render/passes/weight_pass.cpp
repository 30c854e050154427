#include "engine/render/passes/weight_pass.h"

#include <array>
#include <cmath>
#include <glm/geometric.hpp>

namespace knotmap::render {
namespace {

/// Drawn through the body, to show where beneath it the load is.
constexpr float kHiddenFade = 0.26F;
/// A mark lies on the supporting surface, not in it.
constexpr float kLiftMm = 3;
constexpr float kCentreMm = 17, kPlumbMm = 2.2F, kFootOfPlumbMm = 9;

enum class Form
{
    Pad,
    Line,
    Disc
};

/// One two-sided square; the fragment's position in it runs from -1 to 1.
struct Square
{
    glm::vec3 centre, side, other;
    Form form;
};

Square padOf(const scene::WeightPad& pad)
{
    const glm::vec3 helper =
        std::abs(pad.normal.y) < 0.9F ? glm::vec3(0, 1, 0) : glm::vec3(1, 0, 0);
    const glm::vec3 side = glm::normalize(glm::cross(helper, pad.normal));
    return {pad.centre + kLiftMm * pad.normal, pad.radiusMm * side,
            pad.radiusMm * glm::cross(pad.normal, side), Form::Pad};
}

std::vector<Square> squaresOf(const scene::WeightMarks& marks, const FrameView& view)
{
    std::vector<Square> squares;
    for (const scene::WeightPad& pad : marks.pads)
        squares.push_back(padOf(pad));
    const glm::vec3 foot(marks.centre.x, marks.groundMm + kLiftMm, marks.centre.z);
    const glm::vec3 toEye = glm::normalize(view.eye - marks.centre);
    const glm::vec3 right = glm::normalize(glm::cross(glm::vec3(0, 1, 0), toEye));
    const float pixel = view.pixelMm * glm::length(view.eye - marks.centre);
    const float half = std::max(kPlumbMm, 0.8F * pixel);
    squares.push_back({0.5F * (foot + marks.centre),
                       half * right,
                       {0, 0.5F * (marks.centre.y - foot.y), 0},
                       Form::Line});
    squares.push_back({foot, {kFootOfPlumbMm, 0, 0}, {0, 0, -kFootOfPlumbMm}, Form::Disc});
    const float centre = std::max(kCentreMm, 6 * pixel);
    squares.push_back(
        {marks.centre, centre * right, centre * glm::cross(toEye, right), Form::Disc});
    return squares;
}

} // namespace

void drawWeight(RenderContext& context, const Frame& frame)
{
    if (!frame.scene.weight)
        return;
    const scene::WeightMarks& marks = *frame.scene.weight;
    const gl::Program& program = context.shaders.use(ProgramId::Weight);
    glEnable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glDepthMask(GL_FALSE);
    glBindVertexArray(context.nothing.id());
    for (const bool open : {false, true}) {
        glDepthFunc(open ? GL_LEQUAL : GL_GREATER);
        for (const Square& square : squaresOf(marks, frame.view)) {
            program.set("uCentre", square.centre);
            program.set("uSide", square.side);
            program.set("uOther", square.other);
            program.set("uForm", static_cast<int>(square.form));
            program.set("uFade", marks.strength * (open ? 1.0F : kHiddenFade));
            glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
            ++context.stats.drawCalls;
        }
    }
    glDepthFunc(GL_LEQUAL);
    glEnable(GL_CULL_FACE);
    glDisable(GL_BLEND);
}

} // namespace knotmap::render
