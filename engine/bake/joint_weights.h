#pragma once

#include "engine/anatomy/joint.h"
#include "engine/body/atlas.h"

#include <memory>
#include <vector>

namespace knotmap::bake {

/// Fills the weights of every shape that has none and of a skin that has none. Needs
/// `atlas.joints`. A bone moves with the joint that carries it. A muscle is shared among the joints
/// on the way from its origins to its insertions, each vertex by how near their bones are:
/// 1 / (d + 2 mm)^3. The skin takes the weights of the muscle or bone beneath, smoothed along it,
/// so that what lies near but is not joined, as finger to finger, does not mix; symmetric to the
/// last bit. A muscle's vertices near the skin then go with the skin. The turn of the forearm is
/// shared out along it.
void weigh(body::Atlas& atlas, const std::vector<anatomy::Joint>& joints);

/// The same in two steps, so that the first can be done while the skin is still being made. Keeps
/// the references.
class Weighing
{
public:
    Weighing(body::Atlas& atlas, const std::vector<anatomy::Joint>& joints);
    ~Weighing();
    Weighing(const Weighing&) = delete;
    Weighing& operator=(const Weighing&) = delete;

    /// By the bones alone: reads and writes nothing but `atlas.shapes`, on this thread.
    void weighShapes();
    /// The skin, and what of the muscles goes with it.
    void weighSkin();

private:
    struct Work;
    std::unique_ptr<Work> m_work;
};

} // namespace knotmap::bake
