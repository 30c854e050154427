#pragma once

#include "engine/render/draw_list.h"
#include "engine/render/frame_targets.h"
#include "engine/render/ground_shadow.h"
#include "engine/render/section_cache.h"
#include "engine/render/shader_library.h"

#include <memory>
#include <optional>

namespace knotmap::render {

/// What all passes share: programs, the cache of a scene's parts, small textures.
struct Workshop
{
    ShaderLibrary shaders;
    AtlasCache cache;
    gl::Texture fibres;
    gl::Buffer frameBlock;
    gl::VertexArray nothing; ///< for passes that make their vertices themselves
    gl::Buffer knotBuffer, ringBuffer;
    gl::VertexArray knots, rings;
    SectionCache sections; ///< of the scene's cut; not kept up to date without one
    gl::Texture fat;       ///< of the sections of that revision
    glm::vec4 fatBox{0};
    std::uint64_t fatRevision = 0;
    FrameStats stats;

    explicit Workshop(std::filesystem::path shaderFolder) : shaders(std::move(shaderFolder)) {}

    /// Makes ready what a scene needs, before anything of it is drawn.
    void prepare(const scene::Scene& scene);
};

/// One frame: the scene, how it is seen, and what of a body is drawn.
struct Frame
{
    const scene::Scene& scene;
    const FrameView& view;
    const DrawList& list;
    glm::mat4 placement{1};    ///< of the body that `list` is of, to the world
    std::vector<Frame> copies; ///< the same for each further body

    /// Calls `draw` with the frame of each body that is in view.
    template <typename Draw>
    void eachBody(const Draw& draw) const
    {
        if (list.inView)
            draw(*this);
        for (const Frame& copy : copies)
            copy.eachBody(draw);
    }

    bool fine() const { return view.quality == Quality::Still; }
    bool skinShown() const { return scene.skinOpacity > 0.002F; }
    bool skinSolid() const { return scene.skinOpacity >= kSolid; }
};

/// The draw lists of the scene's bodies, at least one.
std::vector<DrawList> listBodies(const scene::Scene& scene, const AtlasCache& cache,
                                 const FrameView& view);
/// The frame of the first body with those of its copies; `lists` as from listBodies.
Frame frameOf(const scene::Scene& scene, const FrameView& view, const std::vector<DrawList>& lists);

/// Makes the program for a body as it is posed current, with the body placed in the world.
const gl::Program& useOnBody(Workshop& shop, ProgramId id, const glm::mat4& placement);
/// For the program in use: puts something that is no part of the body into the world.
void placeLoose(const gl::Program& program, const glm::mat4& toWorld);

/// Binds a texture for the shaders' sampler of that unit.
void bindTexture(TextureUnit unit, GLuint texture);

// Parts of a frame; each draws on the bound framebuffer and says in its name what.

/// Of all bodies: puts the depth of everything solid into the bound framebuffer.
void drawSolidDepth(Workshop& shop, const Frame& frame);
/// Of all bodies: muscles, bones and cartilage of the list's solid part, tool and arrow; props.
void drawSolid(Workshop& shop, const Frame& frame);
/// What the body rests on: walls, chairs, tables.
void drawProps(Workshop& shop, const Frame& frame);
/// The contour of the standing body, over what is drawn; leaves no depth.
void drawStartPose(Workshop& shop, const Frame& frame);
/// Pads under what carries the body and the plumb line from its centre of mass.
void drawWeight(Workshop& shop, const Frame& frame);
/// Of all bodies: the translucent instances, for gathering in any order.
void drawGhosts(Workshop& shop, const Frame& frame);
/// Of all bodies: the nearest layer of the skin with the zone and the asked-for region, then the
/// zone's dots.
void drawSkin(Workshop& shop, const Frame& frame);
/// A line about the instances that are lifted out, on the finished picture in `framebuffer`.
void drawOutline(Workshop& shop, const Frame& frame, FrameTargets& targets, GLuint framebuffer);
/// Knots and the rings on the skin over them; the ones behind the body are dimmed.
void drawKnots(Workshop& shop, const Frame& frame);
/// Ids of all knots that are in the open, as a pick sees them, from `firstId` on.
void drawKnotIds(Workshop& shop, const scene::Scene& scene, GLuint firstId);
/// The part of the arrow that other things hide, faintly.
void drawHiddenArrow(Workshop& shop, const Frame& frame);

/// Keeps the shadow's texture while what throws it stays the same.
class GroundPainter
{
public:
    /// The support, or the floor when the body stands on it, and the surfaces of props, with soft
    /// shadow.
    void draw(Workshop& shop, const Frame& frame);

private:
    /// A surface and how much light the body takes from it.
    struct Shaded
    {
        props::ShadowFace surface;
        gl::Texture shadow;
    };

    void refresh(const Workshop& shop, const scene::Scene& scene,
                 const std::vector<props::ShadowFace>& surfaces);
    bool holds(const scene::Scene& scene, const std::vector<props::ShadowFace>& surfaces) const;
    std::vector<glm::vec3> casters(const Workshop& shop, const scene::Scene& scene) const;
    void drawBoard(Workshop& shop, const Frame& frame, const Shaded& floor) const;

    std::vector<Shaded> m_shaded; ///< the floor first
    glm::mat4 m_placement{0};
    glm::mat4 m_toolPlacement{0};
    std::shared_ptr<const body::Atlas> m_atlas;
    std::shared_ptr<const body::Moves> m_pose;
    std::shared_ptr<const geometry::Mesh> m_tool;
};

} // namespace knotmap::render
