#pragma once

#include "engine/anatomy/joint.h"
#include "engine/body/atlas.h"

#include <memory>
#include <vector>

namespace knotmap::bake {

/// Fills the weights of every shape, and of the skin, where there are none. Needs `atlas.joints`. A
/// bone moves with the joint that carries it. A muscle is shared among the joints between its
/// origins and its insertions, each vertex weighted by the distance d to their bones: 1 / (d + 2
/// mm)^3. The skin takes the weights of the muscle or bone beneath, smoothed along it, so that
/// parts that are close but not joined, such as two fingers, do not mix; symmetric to the last bit.
/// A muscle's vertices near the skin then move with the skin. The rotation of the forearm is
/// distributed along it.
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
