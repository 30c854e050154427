#include "engine/geometry/geodesic.h"

#include "tests/support/shapes.h"

#include <catch2/catch.hpp>
#include <functional>
#include <glm/geometric.hpp>

using namespace knotmap;
using namespace knotmap::geometry;

namespace {

constexpr float kFar = 1e6F;

/// A sheet of rows x columns vertices, row by row.
Surface sheet(int rows, int columns, const std::function<glm::vec3(int, int)>& pointAt)
{
    auto mesh = std::make_shared<Mesh>();
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            mesh->positions.push_back(pointAt(row, column));
    const auto at = [&](int row, int column) {
        return static_cast<std::uint32_t>(row * columns + column);
    };
    for (int row = 0; row + 1 < rows; ++row)
        for (int column = 0; column + 1 < columns; ++column)
            for (const std::uint32_t index :
                 {at(row, column), at(row, column + 1), at(row + 1, column + 1), at(row, column),
                  at(row + 1, column + 1), at(row + 1, column)})
                mesh->indices.push_back(index);
    computeNormals(*mesh);
    return Surface(mesh);
}

Surface flat(float columnMm, float rowMm, float shearMm = 0)
{
    return sheet(41, 41, [=](int row, int column) {
        return glm::vec3(columnMm * static_cast<float>(column - 20) +
                             shearMm * static_cast<float>(row - 20),
                         rowMm * static_cast<float>(row - 20), 0);
    });
}

constexpr std::uint32_t kMiddle = 20 * 41 + 20;

float lengthOf(const std::vector<glm::vec3>& line)
{
    float length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += glm::distance(line[i - 1], line[i]);
    return length;
}

Surface ball()
{
    return Surface(std::make_shared<const Mesh>(testing::ball(glm::vec3(0), 50)));
}

float onBall(const glm::vec3& a, const glm::vec3& b)
{
    return 50 * std::acos(glm::clamp(glm::dot(glm::normalize(a), glm::normalize(b)), -1.0F, 1.0F));
}

} // namespace

TEST_CASE("distances on a ball are those along its great circles")
{
    const Surface surface = ball();
    const Mesh& mesh = surface.mesh();
    for (const glm::vec3& from :
         {glm::vec3(0, 0, 50), glm::vec3(50, 0, 0), glm::vec3(13, 27, 40)}) {
        const SurfacePoint point = *surface.closest(from);
        const DistanceMap map = geodesicDistances(surface, seedsAt(surface, point), kFar);
        CHECK(map.reached.size() == mesh.positions.size());
        double sum = 0;
        for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
            const float truth = onBall(mesh.positions[v], point.position);
            CHECK(std::abs(map.distance[v] - truth) < 0.05F * truth + 0.1F);
            sum += truth > 5 ? std::abs(map.distance[v] / truth - 1) : 0;
        }
        CHECK(sum / static_cast<double>(mesh.positions.size()) < 0.005);
    }
}

TEST_CASE("on a flat grid distances are straight in every direction")
{
    const Surface surface = flat(3, 3);
    const DistanceMap map = geodesicDistances(surface, {{kMiddle}}, kFar);
    for (std::size_t v = 0; v < map.distance.size(); ++v)
        CHECK(map.distance[v] ==
              Approx(glm::length(surface.mesh().positions[v])).epsilon(0.005).margin(1e-4));
}

TEST_CASE("slivers with obtuse corners do not bend distances")
{
    // Sheared by two columns a row: corners of up to 160 degrees.
    const Surface surface = flat(3, 2, 6);
    const DistanceMap map = geodesicDistances(surface, {{kMiddle}}, 60);
    std::size_t inside = 0;
    for (const std::uint32_t v : map.reached) {
        // Near the border the straight line leaves the sheet.
        const glm::vec3 point = surface.mesh().positions[v];
        if (std::abs(point.y) > 30)
            continue;
        ++inside;
        CHECK(map.distance[v] == Approx(glm::length(point)).epsilon(0.02).margin(1e-4));
    }
    CHECK(inside > 400);
}

TEST_CASE("a line is the source of straight fronts beside it and round ones about its ends")
{
    const Surface surface = flat(3, 3);
    const std::vector<glm::vec3> line = {{-20, -7, 0}, {10, 13, 0}};
    const DistanceMap map = geodesicDistances(surface, seedsAlong(surface, line, 4), kFar);
    for (std::size_t v = 0; v < map.distance.size(); ++v) {
        CHECK(map.distance[v] == Approx(distanceToPolyline(surface.mesh().positions[v], line))
                                     .epsilon(0.02)
                                     .margin(0.5)); // about its ends, where both sides of it meet
        CHECK(map.labelOf(static_cast<std::uint32_t>(v)) == 4);
    }
}

TEST_CASE("distances round a cylinder close over its seam")
{
    constexpr int kColumns = 64;
    constexpr float kRadius = 30;
    auto mesh = std::make_shared<Mesh>();
    for (int row = 0; row < 21; ++row)
        for (int column = 0; column < kColumns; ++column) {
            const float turn = 2 * static_cast<float>(M_PI) * static_cast<float>(column) / kColumns;
            mesh->positions.emplace_back(kRadius * std::cos(turn), kRadius * std::sin(turn),
                                         3.0F * static_cast<float>(row));
        }
    for (std::uint32_t row = 0; row < 20; ++row)
        for (std::uint32_t column = 0; column < kColumns; ++column) {
            const std::uint32_t next = (column + 1) % kColumns, here = row * kColumns;
            const std::uint32_t above = here + kColumns;
            for (const std::uint32_t index : {here + column, here + next, above + next,
                                              here + column, above + next, above + column})
                mesh->indices.push_back(index);
        }
    computeNormals(*mesh);
    const Surface surface(mesh);
    const DistanceMap map = geodesicDistances(surface, {{10 * kColumns + 60}}, kFar);
    for (int row = 0; row < 21; ++row)
        for (int column = 0; column < kColumns; ++column) {
            const int apart = std::abs(column - 60);
            const float round = 2 * static_cast<float>(M_PI) * kRadius *
                                static_cast<float>(std::min(apart, kColumns - apart)) / kColumns;
            const float truth = std::hypot(round, 3.0F * static_cast<float>(row - 10));
            CHECK(map.distance[static_cast<std::size_t>(row * kColumns + column)] ==
                  Approx(truth).epsilon(0.02).margin(1e-3));
        }
}

TEST_CASE("distances round a cone run straight where it is unrolled")
{
    // Its side is six tenths of a disc of 30 to 90 mm.
    constexpr int kColumns = 61;
    constexpr float kShare = 0.6F;
    const auto polar = [](int row, int column) {
        return glm::vec2(30 + 2 * static_cast<float>(row),
                         2 * static_cast<float>(M_PI) * static_cast<float>(column) / 60);
    };
    const Surface surface = sheet(31, kColumns, [&](int row, int column) {
        const glm::vec2 at = polar(row, column);
        const float out = kShare * at.x;
        return glm::vec3(out * std::cos(at.y), out * std::sin(at.y), -0.8F * at.x);
    });
    const glm::vec2 from = polar(20, 30);
    const DistanceMap map = geodesicDistances(surface, {{20 * kColumns + 30}}, kFar);
    for (int row = 0; row < 31; ++row)
        for (int column = 0; column < kColumns; ++column) {
            const glm::vec2 to = polar(row, column);
            const float turn = kShare * std::abs(to.y - from.y);
            if (std::min(from.x, to.x) * std::cos(turn / 2) < 32)
                continue; // the straight line leaves the sheet
            const float truth =
                std::sqrt(from.x * from.x + to.x * to.x - 2 * from.x * to.x * std::cos(turn));
            CHECK(map.distance[static_cast<std::size_t>(row * kColumns + column)] ==
                  Approx(truth).epsilon(0.02).margin(0.1));
        }
}

TEST_CASE("on a saddle the straight lines that it holds are the shortest paths")
{
    const Surface surface = sheet(41, 41, [](int row, int column) {
        const float x = 3 * static_cast<float>(column - 20), y = 3 * static_cast<float>(row - 20);
        return glm::vec3(x, y, x * y / 50);
    });
    const Mesh& mesh = surface.mesh();
    for (const int column : {0, 8, 30}) {
        const std::uint32_t from = static_cast<std::uint32_t>(3 * 41 + column);
        const DistanceMap map = geodesicDistances(surface, {{from}}, kFar);
        for (std::size_t v = 0; v < map.distance.size(); ++v) {
            const float straight = glm::distance(mesh.positions[v], mesh.positions[from]);
            CHECK(map.distance[v] >= 0.99F * straight);
            if (static_cast<int>(v % 41) == column)
                CHECK(map.distance[v] == Approx(straight).epsilon(0.01));
        }
    }
}

TEST_CASE("the way there is as long as the way back")
{
    const Surface surface = ball();
    const std::vector<std::uint32_t> points = {0, 700, 1500, 2300, 3100, 4000};
    std::vector<DistanceMap> maps;
    for (const std::uint32_t point : points)
        maps.push_back(geodesicDistances(surface, {{point}}, kFar));
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            CHECK(maps[i].distance[points[k]] == Approx(maps[k].distance[points[i]]).epsilon(0.02));
}

TEST_CASE("what hangs together with no seed is not reached, and no path leads there")
{
    Mesh mesh = testing::ball({0, 0, 0}, 20);
    const Mesh other = testing::ball({50, 0, 0}, 20);
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.insert(mesh.positions.end(), other.positions.begin(), other.positions.end());
    mesh.normals.insert(mesh.normals.end(), other.normals.begin(), other.normals.end());
    for (const std::uint32_t index : other.indices)
        mesh.indices.push_back(first + index);
    const Surface surface(std::make_shared<const Mesh>(mesh));
    const DistanceMap map = geodesicDistances(surface, {{0}}, kFar);
    CHECK(map.reached.size() == first);
    for (std::size_t v = 0; v < map.distance.size(); ++v)
        CHECK((map.distance[v] == DistanceMap::kUnreached) == (v >= first));
    const SurfacePoint here = *surface.closest({-20, 0, 0}), there = *surface.closest({70, 0, 0});
    const auto path = geodesicPath(surface, here, there);
    for (const glm::vec3& point : path)
        CHECK(distanceToPolyline(point, {here.position, there.position}) < 1e-3F);
}

TEST_CASE("a strip folded double is measured along itself, not across the gap")
{
    // 40 mm down, 6 mm across and 40 mm up again, in steps of 2 mm.
    const Surface surface = sheet(44, 11, [](int row, int column) {
        const auto along = static_cast<float>(row), x = 2.0F * static_cast<float>(column);
        if (row <= 20)
            return glm::vec3(x, 40 - 2 * along, 0);
        if (row <= 23)
            return glm::vec3(x, 0, 2 * (along - 20));
        return glm::vec3(x, 2 * (along - 23), 6);
    });
    const DistanceMap map = geodesicDistances(surface, {{5}}, kFar);
    CHECK(map.distance[43 * 11 + 5] == Approx(86).epsilon(0.01));
    const auto from = surface.closest({10, 30, 0}), to = surface.closest({10, 30, 6});
    CHECK(lengthOf(geodesicPath(surface, *from, *to)) == Approx(66).epsilon(0.03));
}

TEST_CASE("nothing beyond the limit is reached")
{
    const Surface surface = flat(3, 3);
    const DistanceMap map = geodesicDistances(surface, {{kMiddle, 5}}, 20);
    for (std::size_t v = 0; v < map.distance.size(); ++v) {
        const float truth = 5 + glm::length(surface.mesh().positions[v]);
        if (truth < 19.8F)
            CHECK(map.distance[v] == Approx(truth).epsilon(0.01));
        if (truth > 20.2F)
            CHECK(map.distance[v] == DistanceMap::kUnreached);
    }
    for (std::size_t i = 1; i < map.reached.size(); ++i)
        CHECK(map.distance[map.reached[i - 1]] <= map.distance[map.reached[i]]);
}

TEST_CASE("a front stops a little after the last vertex that is wanted")
{
    const Surface surface = flat(3, 3);
    std::vector<bool> wanted(surface.mesh().positions.size(), false);
    wanted[kMiddle + 5] = wanted[kMiddle + 7] = true; // 15 and 21 mm off
    const DistanceMap map = geodesicDistances(surface, {{kMiddle}}, wanted, 10);
    for (std::size_t v = 0; v < map.distance.size(); ++v) {
        const float truth = glm::length(surface.mesh().positions[v]);
        if (truth < 30.8F)
            CHECK(map.distance[v] == Approx(truth).epsilon(0.01));
        if (truth > 31.2F)
            CHECK(map.distance[v] == DistanceMap::kUnreached);
    }
}

TEST_CASE("each vertex has the label of the seed it is nearest to, head start included")
{
    const Surface surface = flat(3, 3);
    const std::uint32_t left = 20 * 41 + 10, right = 20 * 41 + 30;
    // 60 mm apart, one 12 mm ahead: they meet 6 mm off the middle.
    const DistanceMap map =
        geodesicDistances(surface, {{left, 0, 1}, {right, 12, 2}, {kMiddle, 200, 3}}, kFar);
    for (std::size_t v = 0; v < map.label.size(); ++v) {
        const glm::vec3& point = surface.mesh().positions[v];
        const float toLeft = glm::distance(point, surface.mesh().positions[left]);
        const float toRight = 12 + glm::distance(point, surface.mesh().positions[right]);
        if (std::abs(toLeft - toRight) > 3)
            CHECK(map.label[v] == (toLeft < toRight ? 1U : 2U));
        CHECK(map.distance[v] == Approx(std::min(toLeft, toRight)).epsilon(0.025).margin(0.1));
    }
}

TEST_CASE("a mesh and its mirror image have the same distances to the bit")
{
    const Surface surface = ball(), image(std::make_shared<const Mesh>(mirrored(surface.mesh())));
    const std::vector<Seed> seeds = {
        {100, 0, 1}, {2500, 3, 2}, {4000, 0, 3, 9, 0}, {4001, 1, 3, 9, 2}};
    const DistanceMap map = geodesicDistances(surface, seeds, kFar);
    const DistanceMap mirror = geodesicDistances(image, seeds, kFar);
    CHECK(map.distance == mirror.distance);
    CHECK(map.label == mirror.label);
}

TEST_CASE("a path along a ball is as short as its great circle and stays on it")
{
    const Surface surface = ball();
    for (const glm::vec3& to : {glm::vec3(0, 50, 5), glm::vec3(-30, 20, 35), glm::vec3(49, 5, 8)}) {
        const SurfacePoint start = *surface.closest({50, 0, 5}), end = *surface.closest(to);
        const auto path = geodesicPath(surface, start, end);
        CHECK(path.front() == start.position);
        CHECK(glm::distance(path.back(), end.position) < 1e-4F);
        CHECK(lengthOf(path) == Approx(onBall(start.position, end.position)).epsilon(0.005));
        for (const glm::vec3& point : path) {
            CHECK(surface.closest(point)->distance < 0.2F);
            const glm::vec3 axis = glm::normalize(glm::cross(start.position, end.position));
            CHECK(std::abs(glm::dot(axis, point)) < 0.5F);
        }
    }
}

TEST_CASE("a path over a flat grid is straight in every direction")
{
    const Surface surface = flat(3, 3);
    const SurfacePoint middle = *surface.closest({0.7F, 0.4F, 0});
    for (int degrees = 0; degrees < 360; degrees += 7) {
        const float turn = static_cast<float>(degrees) * static_cast<float>(M_PI) / 180;
        const SurfacePoint end = *surface.closest({50 * std::cos(turn), 50 * std::sin(turn), 0});
        const std::vector<glm::vec3> straight = {middle.position, end.position};
        for (const glm::vec3& point : geodesicPath(surface, middle, end))
            CHECK(distanceToPolyline(point, straight) < 0.3F);
    }
}
