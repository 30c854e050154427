#include "engine/bake/resolve_contacts.h"

#include "engine/bake/shape_builder.h"
#include "engine/core/by_id.h"
#include "engine/core/parallel.h"

#include <algorithm>

namespace knotmap::bake {
namespace {

constexpr int kBoneRounds = 4;
constexpr int kMuscleRounds = 3;
/// Range within which a muscle may touch others once its neighbours have moved too, mm.
constexpr float kReachMm = 4;

geometry::Bounds grown(geometry::Bounds bounds, float mm)
{
    bounds.low -= glm::vec3(mm);
    bounds.high += glm::vec3(mm);
    return bounds;
}

geometry::Bounds boundsWithReach(const geometry::Sheet& sheet)
{
    geometry::Bounds bounds;
    float thickest = 0;
    for (const glm::vec4& point : sheet.points) {
        bounds.add(glm::vec3(point));
        thickest = std::max(thickest, point.w);
    }
    return grown(bounds, thickest / 2 + kReachMm);
}

/// The shapes being adjusted and their solids.
class Settling
{
public:
    Settling(std::vector<body::Shape>& shapes, const std::vector<anatomy::Structure>& structures,
             const std::vector<bool>& fixed)
        : m_shapes(shapes), m_structures(structures), m_fixed(fixed)
    {
        for (const body::Shape& shape : shapes)
            m_tables.push_back(shape.sheets);
        for (const body::Shape& shape : shapes)
            m_solids.emplace_back(shape.mesh);
    }

    void run()
    {
        forEachMuscle([&](std::size_t i) {
            drawEnds(i);
            leaveBone(i);
        });
        for (int round = 0; round < kMuscleRounds; ++round) {
            mesh();
            forEachMuscle([&](std::size_t i) { leaveMuscles(i); });
        }
        forEachMuscle([&](std::size_t i) {
            drawEnds(i);
            leaveBone(i);
        });
        mesh();
    }

private:
    template <typename Task>
    void forEachMuscle(const Task& task)
    {
        core::parallelFor(m_shapes.size(), [&](std::size_t i) {
            if (m_shapes[i].kind == anatomy::Kind::Muscle && !m_fixed[i])
                task(i);
        });
    }

    void mesh()
    {
        forEachMuscle([&](std::size_t i) {
            ShapeTable table;
            table.sheets = m_shapes[i].sheets;
            m_shapes[i].mesh = buildMuscle(table);
            m_solids[i] = Solid(m_shapes[i].mesh);
        });
    }

    void drawEnds(std::size_t muscle)
    {
        for (const bool insertion : {false, true}) {
            const auto bones = bonesOfEnd(m_structures, m_solids, muscle, insertion);
            if (bones.empty())
                continue;
            for (geometry::Sheet& sheet : m_shapes[muscle].sheets)
                drawEnd(sheet, insertion, bones);
        }
    }

    /// What lies within reach of a sheet: bones, or muscles other than its own.
    std::vector<PlacedSolid> neighbours(const geometry::Sheet& sheet, std::size_t muscle,
                                        bool muscles) const
    {
        const geometry::Bounds bounds = boundsWithReach(sheet);
        std::vector<PlacedSolid> all;
        for (std::size_t i = 0; i < m_solids.size(); ++i) {
            if ((m_shapes[i].kind == anatomy::Kind::Muscle) != muscles)
                continue;
            for (const bool left : {false, true}) {
                const PlacedSolid placed{&m_solids[i], left, i == muscle};
                const bool own = i == muscle && !left;
                if (!own && !(left && m_shapes[i].midline) && overlap(bounds, placed.bounds()))
                    all.push_back(placed);
            }
        }
        return all;
    }

    void leaveBone(std::size_t muscle)
    {
        for (std::size_t n = 0; n < m_shapes[muscle].sheets.size(); ++n) {
            geometry::Sheet& sheet = m_shapes[muscle].sheets[n];
            for (int round = 0; round < kBoneRounds; ++round)
                if (yieldTo(sheet, m_tables[muscle][n], neighbours(sheet, muscle, false),
                            kToBone) <= 0)
                    break;
        }
    }

    void leaveMuscles(std::size_t muscle)
    {
        for (std::size_t n = 0; n < m_shapes[muscle].sheets.size(); ++n) {
            geometry::Sheet& sheet = m_shapes[muscle].sheets[n];
            yieldTo(sheet, m_tables[muscle][n], neighbours(sheet, muscle, true), kToMuscle);
        }
    }

    std::vector<body::Shape>& m_shapes;
    const std::vector<anatomy::Structure>& m_structures;
    const std::vector<bool>& m_fixed;
    std::vector<std::vector<geometry::Sheet>> m_tables; ///< the sheets before adjustment
    std::vector<Solid> m_solids;
};

} // namespace

std::vector<PlacedSolid> bonesOfEnd(const std::vector<anatomy::Structure>& structures,
                                    const std::vector<Solid>& solids, std::size_t muscle,
                                    bool insertion)
{
    const anatomy::Structure& structure = structures[muscle];
    std::vector<PlacedSolid> bones;
    for (const std::string& name : insertion ? structure.insertionBones : structure.originBones) {
        const auto* bone = core::findById(structures, name);
        if (bone == nullptr || bone->kind == anatomy::Kind::Muscle)
            continue;
        const Solid& solid = solids[static_cast<std::size_t>(bone - structures.data())];
        bones.push_back({&solid, false});
        if (structure.midline && !bone->midline)
            bones.push_back({&solid, true});
    }
    return bones;
}

void resolveContacts(std::vector<body::Shape>& shapes,
                     const std::vector<anatomy::Structure>& structures,
                     const std::vector<bool>& fixed)
{
    Settling(shapes, structures, fixed).run();
}

} // namespace knotmap::bake
