#include "engine/bake/skin_strokes.h"

#include "engine/volume/field.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

namespace knotmap::bake {
namespace {

constexpr float kCordStepMm = 1.2F;
constexpr float kWebStepMm = 1.5F;
constexpr float kDifferenceMm = 0.5F;
/// Limits of a stroke: a cord or a web beyond them is a typing error.
constexpr float kHighestMm = 60, kLongestStepMm = 200;
constexpr std::size_t kMaxPoints = 64;

glm::vec4 catmullRom(const glm::vec4& a, const glm::vec4& b, const glm::vec4& c, const glm::vec4& d,
                     float t)
{
    return 0.5F *
           (2.0F * b +
            t * (c - a + t * (2.0F * a - 5.0F * b + 4.0F * c - d + t * (3.0F * (b - c) + d - a))));
}

/// The cord through the points, in steps of about kCordStepMm.
std::vector<glm::vec4> denseCord(const std::vector<glm::vec4>& points)
{
    std::vector<glm::vec4> cord = {points.front()};
    const auto last = points.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        const glm::vec4& b = points[i];
        const glm::vec4& c = points[i + 1];
        const glm::vec4 a = i > 0 ? points[i - 1] : 2.0F * b - c;
        const glm::vec4 d = i + 2 <= last ? points[i + 2] : 2.0F * c - b;
        const float length = glm::distance(glm::vec3(b), glm::vec3(c));
        const int steps = std::max(1, static_cast<int>(std::ceil(length / kCordStepMm)));
        for (int step = 1; step <= steps; ++step)
            cord.push_back(
                catmullRom(a, b, c, d, static_cast<float>(step) / static_cast<float>(steps)));
    }
    for (glm::vec4& position : cord)
        position.w = std::max(position.w, 0.05F);
    return cord;
}

/// The nearest point of the zero level, by Newton steps.
glm::vec3 ontoSkin(const DistanceFunction& skin, glm::vec3 position)
{
    constexpr int kSteps = 12;
    for (int step = 0; step < kSteps; ++step)
        position -= glm::clamp(skin(position), -4.0F, 4.0F) * uphill(skin, position);
    return position;
}

/// Signed distance to the tapered segment of cord from a to b.
float toPiece(const glm::vec3& position, const glm::vec4& a, const glm::vec4& b)
{
    const glm::vec3 from(a), along = glm::vec3(b) - from;
    const float share = glm::clamp(
        glm::dot(position - from, along) / std::max(glm::dot(along, along), 1e-9F), 0.0F, 1.0F);
    return glm::distance(position, from + share * along) - glm::mix(a.w, b.w, share);
}

bool holds(const geometry::Bounds& bounds, const glm::vec3& position, float marginMm)
{
    for (int axis = 0; axis < 3; ++axis)
        if (position[axis] < bounds.low[axis] - marginMm ||
            position[axis] > bounds.high[axis] + marginMm)
            return false;
    return true;
}

std::vector<SkinStroke::Point> readPoints(const data::Table& table, std::string_view key,
                                          bool onSkin)
{
    std::vector<SkinStroke::Point> points;
    for (const auto& row : table.points(key, onSkin ? 5 : 4)) {
        points.push_back({{row[0], row[1], row[2]}, row[3], row.size() > 4 ? row[4] : 0});
        if (!(row[3] > 0 && row[3] < 60))
            table.fault(key,
                        tr("a stroke's radius (its fourth figure) must lie between 0 and 60 mm"));
        if (row.size() > 4 && std::abs(row[4]) > kHighestMm)
            table.fault(key, trf("a stroke's height (its fifth figure) must lie between "
                                 "-{0} and {0} mm",
                                 kHighestMm));
    }
    for (std::size_t i = 1; i < points.size(); ++i)
        if (glm::distance(points[i].at, points[i - 1].at) > kLongestStepMm)
            table.fault(key, trf("points {} and {} of the stroke are more than {} mm apart", i,
                                 i + 1, kLongestStepMm));
    if (points.size() > kMaxPoints)
        table.fault(key, trf("a stroke has at most {} points", kMaxPoints));
    if (table.valid() && points.size() < 2)
        table.fault(key, tr("a stroke needs two points or more"));
    return points;
}

std::vector<glm::vec4> layPoints(const std::vector<SkinStroke::Point>& points, bool onSkin,
                                 const DistanceFunction& skin)
{
    std::vector<glm::vec4> placement;
    for (const SkinStroke::Point& point : points) {
        glm::vec3 at = point.at;
        if (onSkin) {
            at = ontoSkin(skin, at);
            at += point.heightMm * uphill(skin, at);
        }
        placement.emplace_back(at, point.radiusMm);
    }
    return placement;
}

/// The number of cords that span a web so that adjacent ones are at most kWebStepMm apart.
int webCords(const std::vector<glm::vec4>& from, const std::vector<glm::vec4>& to)
{
    float widest = 0;
    for (std::size_t i = 0; i < from.size(); ++i)
        widest = std::max(widest, glm::distance(glm::vec3(from[i]), glm::vec3(to[i])));
    return static_cast<int>(std::ceil(widest / kWebStepMm));
}

} // namespace

std::vector<SkinStroke> readStrokes(const data::Table& root)
{
    std::vector<SkinStroke> strokes;
    for (const data::Table& table : root.tables("stroke")) {
        SkinStroke stroke;
        stroke.name = table.text("name");
        const std::string mode = table.text("way");
        if (table.valid() && mode != "raise" && mode != "carve")
            table.fault("way", tr("'way' is \"raise\" or \"carve\""));
        stroke.carve = mode == "carve";
        stroke.onSkin = table.flag("on_skin", true);
        stroke.blendMm = static_cast<float>(table.number("blend_mm", 0.1, 30));
        stroke.points = readPoints(table, "points", stroke.onSkin);
        if (table.has("edge")) {
            stroke.edge = readPoints(table, "edge", stroke.onSkin);
            if (table.valid() && stroke.edge.size() != stroke.points.size())
                table.fault("edge", tr("'edge' needs as many points as 'points'"));
            for (std::size_t i = 0; table.valid() && i < stroke.edge.size(); ++i)
                if (glm::distance(stroke.edge[i].at, stroke.points[i].at) > kLongestStepMm)
                    table.fault(
                        "edge",
                        trf("point {} lies more than {} mm from its counterpart in 'points'", i + 1,
                            kLongestStepMm));
        }
        table.rejectUnknownKeys();
        if (table.valid())
            strokes.push_back(std::move(stroke));
    }
    return strokes;
}

glm::vec3 uphill(const DistanceFunction& distance, const glm::vec3& position)
{
    glm::vec3 slope;
    for (int axis = 0; axis < 3; ++axis) {
        glm::vec3 step(0);
        step[axis] = kDifferenceMm;
        slope[axis] = distance(position + step) - distance(position - step);
    }
    const float length = glm::length(slope);
    return length > 1e-9F ? slope / length : glm::vec3(0, 1, 0);
}

StrokeField::ForearmPlacement StrokeField::lay(const SkinStroke& stroke,
                                               const DistanceFunction& skin)
{
    const std::vector<glm::vec4> from = layPoints(stroke.points, stroke.onSkin, skin);
    ForearmPlacement placement{stroke.carve, stroke.blendMm, {denseCord(from)}, {}};
    if (!stroke.edge.empty()) {
        const std::vector<glm::vec4> to = layPoints(stroke.edge, stroke.onSkin, skin);
        const int cords = webCords(from, to);
        for (int k = 1; k <= cords; ++k) {
            std::vector<glm::vec4> between;
            for (std::size_t i = 0; i < from.size(); ++i)
                between.push_back(
                    glm::mix(from[i], to[i], static_cast<float>(k) / static_cast<float>(cords)));
            placement.cords.push_back(denseCord(between));
        }
    }
    for (const auto& cord : placement.cords)
        for (const glm::vec4& position : cord) {
            placement.bounds.add(glm::vec3(position) - position.w - stroke.blendMm);
            placement.bounds.add(glm::vec3(position) + position.w + stroke.blendMm);
        }
    return placement;
}

StrokeField::StrokeField(std::span<const SkinStroke> strokes, const DistanceFunction& skin)
{
    for (const SkinStroke& stroke : strokes)
        m_strokes.push_back(lay(stroke, skin));
}

float StrokeField::applied(float value, const glm::vec3& position) const
{
    for (const ForearmPlacement& stroke : m_strokes) {
        if (!holds(stroke.bounds, position, 0))
            continue;
        float distance = 1e6F;
        for (const auto& cord : stroke.cords)
            for (std::size_t i = 1; i < cord.size(); ++i)
                distance = std::min(distance, toPiece(position, cord[i - 1], cord[i]));
        value = stroke.carve ? -volume::smoothMinimum(-value, distance, stroke.blendMm)
                             : volume::smoothMinimum(value, distance, stroke.blendMm);
    }
    return value;
}

bool StrokeField::reaches(const glm::vec3& position, float radiusMm) const
{
    return std::any_of(m_strokes.begin(), m_strokes.end(), [&](const ForearmPlacement& stroke) {
        return holds(stroke.bounds, position, radiusMm);
    });
}

} // namespace knotmap::bake
