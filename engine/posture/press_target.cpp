#include "engine/posture/press_target.h"

namespace knotmap::posture {

PressTarget posed(const body::BodyModel& model, const body::BoneTransforms& transforms,
                  const PressTarget& target)
{
    const body::RigidTransform move = body::skinTransformAt(model, transforms, target.onSkin);
    PressTarget posed = target;
    posed.onSkin = body::transformPoint(move, target.onSkin);
    posed.pressing = body::transformDirection(move, target.pressing);
    return posed;
}

PressTarget mirrored(const PressTarget& target)
{
    PressTarget image = target;
    image.side = core::opposite(target.side);
    image.onSkin.x = -target.onSkin.x;
    image.pressing.x = -target.pressing.x;
    return image;
}

} // namespace knotmap::posture
