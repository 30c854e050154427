#include "app/model/contact_view.h"

#include "app/model/apply_pose.h"
#include "engine/body/skinning.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace knotmap::app {
namespace {

constexpr float kFarMm = 4000;
/// Samples of the zone that are tested; more would only cost time.
constexpr std::size_t kZoneSamples = 30;
/// Distance off the skin, so that the coarse skin does not hide what is on it.
constexpr float kLiftMm = 6;
/// Around the contact: a ring just off the skin is visible past a ball or a fingertip.
constexpr std::size_t kRing = 8;
constexpr float kRingMm = 42, kRingLiftMm = 16;
/// Weights: the contact and the zone visible, the body in front of its surroundings and not
/// foreshortened, its face visible, a wall seen as a wall, and a level eye.
constexpr float kContactCounts = 1.3F, kZoneCounts = 1.4F, kClearCounts = 2.4F,
                kSpreadCounts = 0.5F, kFaceCounts = 0.25F, kWallCounts = 0.25F,
                kLevelCounts = 0.05F;
constexpr float kYawStepDeg = 15;
constexpr float kLevelDeg = 12;

struct Sample
{
    glm::vec3 position{0};
    glm::vec3 normal{0}; ///< it is visible from this side only; zero: from every side
    float weight = 1;
};

class ViewScorer
{
public:
    ViewScorer(const Library& library, const PlacedPoint& placed, const scene::Scene& scene)
        : m_library(library), m_scene(scene), m_transforms(*scene.pose), m_props(props()),
          m_around(around())
    {
        findZone();
        findContact(posedPoint(library, m_transforms, placed));
        findBody();
    }

    float scoreOf(const scene::Camera& camera) const
    {
        const glm::vec3 toEye = camera.toEye();
        const float level = camera.pitchDeg == kLevelDeg ? kLevelCounts : 0;
        return kContactCounts * share(m_contact, toEye) + kZoneCounts * share(m_zone, toEye) +
               kClearCounts * clear(toEye) + kSpreadCounts * spread(camera) +
               kWallCounts * wallShown(toEye) +
               kFaceCounts * std::max(0.0F, glm::dot(m_facing, toEye)) + level;
    }

private:
    glm::vec3 inWorld(const glm::vec3& position) const
    {
        return glm::vec3(m_scene.bodyPlacement * glm::vec4(position, 1));
    }
    glm::vec3 directionInWorld(const glm::vec3& direction) const
    {
        return glm::vec3(m_scene.bodyPlacement * glm::vec4(direction, 0));
    }

    static void append(geometry::Mesh& mesh, const geometry::Mesh& more)
    {
        const auto first = static_cast<std::uint32_t>(mesh.positions.size());
        mesh.positions.insert(mesh.positions.end(), more.positions.begin(), more.positions.end());
        mesh.normals.insert(mesh.normals.end(), more.normals.begin(), more.normals.end());
        for (const std::uint32_t index : more.indices)
            mesh.indices.push_back(first + index);
    }

    geometry::Surface props() const
    {
        auto mesh = std::make_shared<geometry::Mesh>();
        for (const props::Prop& prop : m_scene.props)
            append(*mesh, *prop.mesh);
        return geometry::Surface(std::move(mesh));
    }

    /// Everything that may occlude the samples.
    geometry::Surface around() const
    {
        auto mesh = std::make_shared<geometry::Mesh>(m_library.coarseSkin->posed(m_transforms));
        for (glm::vec3& position : mesh->positions)
            position = inWorld(position);
        append(*mesh, m_props.mesh());
        return geometry::Surface(std::move(mesh));
    }

    void findZone()
    {
        if (!m_scene.zone)
            return;
        const auto& edge = m_scene.zone->edgeDistance;
        const body::Skin& skin = m_library.atlas->skin;
        std::vector<std::size_t> inside;
        for (std::size_t i = 0; i < edge.size(); ++i)
            if (std::min(edge[i].x, edge[i].y) < 0)
                inside.push_back(i);
        const std::size_t step = std::max<std::size_t>(1, inside.size() / kZoneSamples);
        constexpr float kSpilloverCounts = 0.4F;
        for (std::size_t i = 0; i < inside.size(); i += step) {
            const std::size_t vertex = inside[i];
            const body::RigidTransform transform = body::blend(skin.weights[vertex], m_transforms);
            const glm::vec3 normal =
                directionInWorld(body::transformDirection(transform, skin.mesh.normals[vertex]));
            m_zone.push_back(
                {inWorld(body::transformPoint(transform, skin.mesh.positions[vertex])) +
                     kLiftMm * normal,
                 normal, edge[vertex].x < 0 ? 1.0F : kSpilloverCounts});
        }
    }

    void findContact(const PlacedPoint& posed)
    {
        const glm::vec3 out = directionInWorld(-posed.pressing), at = inWorld(posed.onSkin);
        const glm::vec3 helper = std::abs(out.y) < 0.9F ? glm::vec3(0, 1, 0) : glm::vec3(0, 0, 1);
        const glm::vec3 u = glm::normalize(glm::cross(helper, out)), v = glm::cross(out, u);
        for (std::size_t i = 0; i < kRing; ++i) {
            const float angle = glm::radians(360.0F * static_cast<float>(i) / kRing);
            const glm::vec3 aside = std::cos(angle) * u + std::sin(angle) * v;
            m_contact.push_back({at + kRingLiftMm * out + kRingMm * aside, glm::vec3(0), 1});
        }
    }

    /// Points that give the apparent size of the body, and the direction its chest faces.
    void findBody()
    {
        constexpr std::size_t kStride = 211;
        const body::Skin& skin = m_library.atlas->skin;
        for (std::size_t i = 0; i < skin.weights.size(); i += kStride)
            m_body.push_back(inWorld(body::transformPoint(
                body::blend(skin.weights[i], m_transforms), skin.mesh.positions[i])));
        if (const auto head =
                m_library.skeleton->findJoint(anatomy::kHeadOnNeck, core::Side::Midline))
            m_facing = directionInWorld(body::transformDirection(m_transforms[*head], {0, 0, 1}));
    }

    /// The weighted fraction of some samples that is visible.
    float share(const std::vector<Sample>& samples, const glm::vec3& toEye) const
    {
        float all = 0, seen = 0;
        for (const Sample& sample : samples) {
            all += sample.weight;
            const bool sided = sample.normal != glm::vec3(0);
            const float facing = sided ? glm::dot(sample.normal, toEye) : 1;
            constexpr float kGrazing = 0.1F, kBase = 0.2F;
            if (facing > kGrazing && !m_around.cast(sample.position, toEye, kFarMm))
                seen += sample.weight * std::min(1.0F, kBase + facing);
        }
        return all > 0 ? seen / all : 0;
    }

    /// How much of the body is in front of the props, not behind them.
    float clear(const glm::vec3& toEye) const
    {
        float seen = 0;
        for (const glm::vec3& position : m_body)
            if (!m_props.cast(position + kLiftMm * toEye, toEye, kFarMm))
                ++seen;
        return m_body.empty() ? 1 : seen / static_cast<float>(m_body.size());
    }

    /// A wall seen edge-on is a post; from a third of a right angle it is a wall.
    float wallShown(const glm::vec3& toEye) const
    {
        constexpr float kUpright = 0.5F, kEnough = 0.35F, kHalfWallMm = 500;
        float shown = 1;
        for (const props::ShadowFace& face : m_scene.shadowFaces)
            if (std::abs(face.normal.y) < kUpright && glm::length(face.other) > kHalfWallMm)
                shown = std::min(shown, glm::dot(face.normal, toEye) / kEnough);
        return shown;
    }

    /// How much of the picture plane the body spans, relative to its own length.
    float spread(const scene::Camera& camera) const
    {
        const glm::vec3 toEye = camera.toEye();
        const glm::vec3 right = glm::normalize(glm::cross(glm::vec3(0, 1, 0), toEye));
        const glm::vec3 up = glm::cross(toEye, right);
        glm::vec2 low(1e30F), high(-1e30F);
        for (const glm::vec3& position : m_body) {
            const glm::vec2 on(glm::dot(position, right), glm::dot(position, up));
            low = glm::min(low, on);
            high = glm::max(high, on);
        }
        constexpr float kStatureMm = 1650;
        return glm::length(high - low) / kStatureMm;
    }

    const Library& m_library;
    const scene::Scene& m_scene;
    const body::BoneTransforms& m_transforms;
    geometry::Surface m_props, m_around; ///< in the world
    std::vector<Sample> m_zone, m_contact;
    std::vector<glm::vec3> m_body;
    glm::vec3 m_facing{0, 0, 1};
};

} // namespace

scene::Camera contactView(const Library& library, const PlacedPoint& placed,
                          const scene::Scene& scene)
{
    const ViewScorer scorer(library, placed, scene);
    scene::Camera best;
    float bestScore = -1;
    for (const float pitch : {kLevelDeg, 28.0F})
        for (float yaw = -180; yaw < 180; yaw += kYawStepDeg) {
            scene::Camera camera;
            camera.yawDeg = yaw;
            camera.pitchDeg = pitch;
            const float score = scorer.scoreOf(camera);
            if (score > bestScore) {
                bestScore = score;
                best = camera;
            }
        }
    return best;
}

} // namespace knotmap::app
