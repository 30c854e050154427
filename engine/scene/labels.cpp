#include "engine/scene/labels.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace knotmap::scene {
namespace {

/// The centre positions of lines, at least `step` apart, as close to the wanted ones as possible
/// (pool adjacent violators); `wanted` ascends.
std::vector<float> spread(const std::vector<float>& wanted, float step, float low, float high)
{
    struct Pool
    {
        float sum; ///< of wanted positions minus the offsets within the pool
        std::size_t count;
    };
    std::vector<Pool> pools;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        pools.push_back({wanted[i] - step * static_cast<float>(i), 1});
        while (pools.size() > 1) {
            const Pool last = pools.back(), before = pools[pools.size() - 2];
            if (before.sum / static_cast<float>(before.count) <=
                last.sum / static_cast<float>(last.count))
                break;
            pools.pop_back();
            pools.back() = {before.sum + last.sum, before.count + last.count};
        }
    }
    std::vector<float> heights;
    for (const Pool& pool : pools)
        for (std::size_t k = 0; k < pool.count; ++k) {
            const auto rank = static_cast<float>(heights.size());
            const auto after = static_cast<float>(wanted.size()) - 1 - rank;
            const float free = pool.sum / static_cast<float>(pool.count) + step * rank;
            heights.push_back(std::clamp(free, low + step * rank, high - step * after));
        }
    return heights;
}

float turn(const glm::vec2& a, const glm::vec2& b, const glm::vec2& c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool cross(const Label& a, const Label& b)
{
    return turn(a.start, a.anchor, b.start) * turn(a.start, a.anchor, b.anchor) < 0 &&
           turn(b.start, b.anchor, a.start) * turn(b.start, b.anchor, a.anchor) < 0;
}

/// One side of the picture.
class Column
{
public:
    Column(const std::vector<LabelRequest>& requests, glm::vec2 picture, const LabelStyle& style,
           bool left)
        : m_requests(requests), m_picture(picture), m_style(style), m_left(left)
    {}

    void add(std::size_t request) { m_members.push_back(request); }
    std::size_t size() const { return m_members.size(); }

    std::vector<Label> place(float step)
    {
        std::sort(m_members.begin(), m_members.end(), [&](std::size_t a, std::size_t b) {
            return m_requests[a].anchor.y < m_requests[b].anchor.y;
        });
        std::vector<float> wanted;
        for (const std::size_t member : m_members)
            wanted.push_back(m_requests[member].anchor.y);
        const float edge = m_style.margin + step / 2;
        const std::vector<float> middles = spread(wanted, step, edge, m_picture.y - edge);
        std::vector<Label> labels;
        for (std::size_t i = 0; i < m_members.size(); ++i)
            labels.push_back(labelAt(m_members[i], middles[i]));
        uncross(labels, middles);
        return labels;
    }

private:
    Label labelAt(std::size_t request, float middle) const
    {
        const LabelRequest& what = m_requests[request];
        Label label;
        label.request = request;
        label.anchor = what.anchor;
        label.corner = {m_left ? m_style.margin : m_picture.x - m_style.margin - what.size.x,
                        middle - what.size.y / 2};
        label.start = {m_left ? label.corner.x + what.size.x + m_style.gap
                              : label.corner.x - m_style.gap,
                       middle};
        return label;
    }

    /// Two crossing leaders swap lines: each swap shortens them in total, so the loop ends.
    void uncross(std::vector<Label>& labels, const std::vector<float>& middles) const
    {
        const std::size_t maxRounds = labels.size() * labels.size();
        bool changed = true;
        for (std::size_t round = 0; changed && round < maxRounds; ++round) {
            changed = false;
            for (std::size_t i = 0; i < labels.size(); ++i)
                for (std::size_t k = i + 1; k < labels.size(); ++k)
                    if (cross(labels[i], labels[k])) {
                        const std::size_t first = labels[i].request;
                        labels[i] = labelAt(labels[k].request, middles[i]);
                        labels[k] = labelAt(first, middles[k]);
                        changed = true;
                    }
        }
    }

    const std::vector<LabelRequest>& m_requests;
    glm::vec2 m_picture;
    const LabelStyle& m_style;
    bool m_left;
    std::vector<std::size_t> m_members;
};

bool fits(const LabelRequest& request, glm::vec2 picture, const LabelStyle& style)
{
    return request.size.x > 0 && request.size.x + 2 * style.margin < picture.x / 2 &&
           request.anchor.x >= 0 && request.anchor.y >= 0 && request.anchor.x < picture.x &&
           request.anchor.y < picture.y;
}

} // namespace

std::vector<Label> layOutLabels(const std::vector<LabelRequest>& requests, glm::vec2 picture,
                                const LabelStyle& style)
{
    float tallest = 1;
    for (const LabelRequest& request : requests)
        tallest = std::max(tallest, request.size.y);
    const float step = tallest * style.spacing;
    const float lines = std::floor((picture.y - 2 * style.margin) / step);
    const std::size_t room =
        lines < 1 ? 0 : std::min(style.maxPerSide, static_cast<std::size_t>(lines));

    std::vector<std::size_t> order(requests.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return requests[a].weight > requests[b].weight;
    });
    Column left(requests, picture, style, true), right(requests, picture, style, false);
    for (const std::size_t request : order) {
        if (!fits(requests[request], picture, style))
            continue;
        Column& side = requests[request].anchor.x < picture.x / 2 ? left : right;
        if (side.size() < room)
            side.add(request);
    }
    std::vector<Label> labels = left.place(step);
    for (const Label& label : right.place(step))
        labels.push_back(label);
    return labels;
}

} // namespace knotmap::scene
