#include "app/model/apply_pose.h"

namespace knotmap::app {
PlacedPoint posedPoint(const Library& library, const body::BoneTransforms& transforms,
                       const PlacedPoint& placed)
{
    const body::RigidTransform move = body::skinTransformAt(library, transforms, placed.onSkin);
    PlacedPoint posed = placed;
    posed.knot = body::transformPoint(move, placed.knot);
    posed.onSkin = body::transformPoint(move, placed.onSkin);
    posed.skinNormal = body::transformDirection(move, placed.skinNormal);
    posed.pressing = body::transformDirection(move, placed.pressing);
    return posed;
}

void applyPose(scene::Scene& scene, const std::vector<body::SkinAttachment>& attachments,
               const body::BoneTransforms& transforms)
{
    scene.pose = std::make_shared<const body::BoneTransforms>(transforms);
    if (scene.selectedKnot) {
        const body::RigidTransform move =
            body::transformOf(attachments[*scene.selectedKnot], transforms);
        if (scene.tool)
            scene.tool->placement = body::matrixOf(move) * scene.tool->placement;
        if (scene.arrow) {
            scene.arrow->tip = body::transformPoint(move, scene.arrow->tip);
            scene.arrow->direction = body::transformDirection(move, scene.arrow->direction);
        }
    }
    for (std::size_t i = 0; i < scene.knots.size(); ++i) {
        const body::RigidTransform move = body::transformOf(attachments[i], transforms);
        scene.knots[i].position = body::transformPoint(move, scene.knots[i].position);
        scene.knots[i].onSkin = body::transformPoint(move, scene.knots[i].onSkin);
    }
}

} // namespace knotmap::app
