#include "app/model/apply_pose.h"

namespace knotmap::app {
PlacedPoint posedPoint(const Library& library, const body::BoneTransforms& transforms,
                       const PlacedPoint& placed)
{
    const body::RigidTransform transform =
        body::skinTransformAt(library, transforms, placed.onSkin);
    PlacedPoint posed = placed;
    posed.knot = body::transformPoint(transform, placed.knot);
    posed.onSkin = body::transformPoint(transform, placed.onSkin);
    posed.skinNormal = body::transformDirection(transform, placed.skinNormal);
    posed.pressing = body::transformDirection(transform, placed.pressing);
    return posed;
}

void applyPose(scene::Scene& scene, const std::vector<body::SkinAttachment>& attachments,
               const body::BoneTransforms& transforms)
{
    scene.pose = std::make_shared<const body::BoneTransforms>(transforms);
    if (scene.selectedKnot) {
        const body::RigidTransform transform =
            body::transformOf(attachments[*scene.selectedKnot], transforms);
        if (scene.tool)
            scene.tool->placement = body::matrixOf(transform) * scene.tool->placement;
        if (scene.arrow) {
            scene.arrow->tip = body::transformPoint(transform, scene.arrow->tip);
            scene.arrow->direction = body::transformDirection(transform, scene.arrow->direction);
        }
    }
    for (std::size_t i = 0; i < scene.knots.size(); ++i) {
        const body::RigidTransform transform = body::transformOf(attachments[i], transforms);
        scene.knots[i].position = body::transformPoint(transform, scene.knots[i].position);
        scene.knots[i].onSkin = body::transformPoint(transform, scene.knots[i].onSkin);
    }
}

} // namespace knotmap::app
