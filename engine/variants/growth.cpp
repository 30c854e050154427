#include "engine/variants/growth.h"

#include <algorithm>

namespace knotmap::variants {
namespace {

/// The depth from which the front-to-back dimension is scaled: about that of the spine and the
/// ankles.
constexpr float kCentreZMm = 60;

float ramp(float t)
{
    return t * t * (3 - 2 * t);
}
/// The integral of ramp from 0 to t.
float rampSum(float t)
{
    return t * t * t - t * t * t * t / 2;
}

/// Parts of the body between two named heights; the mean of their ends is their growth, since the
/// ramp between is symmetric. The lowest is moved to the soles, the highest to the vertex.
std::vector<Growth> within(const std::vector<Growth>& growth, float soleMm, float topMm)
{
    constexpr float kShortestPartMm = 1;
    if (growth.size() < 2)
        return {{soleMm}, {topMm}};
    std::vector<Growth> heights{growth.front()};
    heights.front().atMm = soleMm;
    for (std::size_t i = 1; i + 1 < growth.size(); ++i)
        if (growth[i].atMm >= heights.back().atMm + kShortestPartMm && growth[i].atMm < topMm)
            heights.push_back(growth[i]);
    heights.push_back(growth.back());
    heights.back().atMm = topMm;
    return heights;
}

} // namespace

Stretch::Stretch(const std::vector<Growth>& growth, float soleMm, float fromMm, float toMm)
{
    const std::vector<Growth> heights = within(growth, soleMm, soleMm + fromMm);
    float weighted = 0;
    for (std::size_t i = 0; i + 1 < heights.size(); ++i)
        weighted += (heights[i + 1].atMm - heights[i].atMm) *
                    (heights[i].length + heights[i + 1].length) / 2;
    const float share = (toMm - fromMm) / weighted;
    const float whole = toMm / fromMm - 1;
    float above = soleMm;
    for (std::size_t i = 0; i + 1 < heights.size(); ++i) {
        Step step;
        step.low = heights[i].atMm;
        step.height = heights[i + 1].atMm - heights[i].atMm;
        step.above = above;
        for (std::size_t end = 0; end < 2; ++end) {
            step.length[end] = 1 + share * heights[i + end].length;
            step.breadth[end] = 1 + whole * heights[i + end].breadth;
        }
        above += step.height * (step.length[0] + step.length[1]) / 2;
        m_steps.push_back(step);
    }
}

Warped Stretch::after(const Warped& warped) const
{
    if (m_steps.empty())
        return warped;
    const glm::vec3& point = warped.point;
    const auto found = std::find_if(m_steps.begin(), m_steps.end() - 1, [&](const Step& step) {
        return point.y < step.low + step.height;
    });
    const Step& step = *found;
    // Above and below the body the outermost figures continue.
    const float t = (point.y - step.low) / step.height, in = std::clamp(t, 0.0F, 1.0F);
    const float lengthGain = step.length[1] - step.length[0];
    const float breadthGain = step.breadth[1] - step.breadth[0];
    const float length = step.length[0] + lengthGain * ramp(in);
    const float breadth = step.breadth[0] + breadthGain * ramp(in);
    const float up = step.above + step.height * (step.length[0] * in + lengthGain * rampSum(in) +
                                                 (t - in) * length);
    const float breadthSlope = breadthGain * 6 * in * (1 - in) / step.height;
    const float depth = point.z - kCentreZMm;
    const glm::mat3 slope({breadth, 0, 0}, {breadthSlope * point.x, length, breadthSlope * depth},
                          {0, 0, breadth});
    return {{breadth * point.x, up, kCentreZMm + breadth * depth}, slope * warped.slope};
}

} // namespace knotmap::variants
