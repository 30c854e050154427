#include "engine/posture/press_target.h"

namespace knotmap::posture {

PressTarget posed(const body::BodyModel& model, const body::BoneTransforms& transforms,
                  const PressTarget& target)
{
    const body::RigidTransform transform = body::skinTransformAt(model, transforms, target.onSkin);
    PressTarget posed = target;
    posed.onSkin = body::transformPoint(transform, target.onSkin);
    posed.pressing = body::transformDirection(transform, target.pressing);
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
