#include "engine/posture/press_target.h"

namespace knotmap::posture {

PressTarget posed(const body::BodyModel& model, const body::Moves& moves, const PressTarget& target)
{
    const body::RigidMove move = body::moveAt(model, moves, target.onSkin);
    PressTarget posed = target;
    posed.onSkin = body::movedPlace(move, target.onSkin);
    posed.pressing = body::turned(move, target.pressing);
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
