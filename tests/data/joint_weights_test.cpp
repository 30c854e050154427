// Checks the joint weights of the shipped skin against anatomy.

#include "engine/body/atlas_file.h"

#include <catch2/catch.hpp>
#include <glm/geometric.hpp>

using namespace knotmap;

namespace {

const body::Atlas& shipped()
{
    static const auto kAtlas = body::readAtlas(KNOTMAP_ATLAS_FILE);
    REQUIRE(kAtlas);
    return **kAtlas;
}

/// The joint with the largest weight at the skin's vertex nearest to a landmark.
const body::JointInstance& moverAt(const std::string& landmark, core::Side side)
{
    const auto position = shipped().landmark(landmark, side);
    REQUIRE(position);
    const auto& positions = shipped().skin.mesh.positions;
    std::size_t nearest = 0;
    for (std::size_t i = 0; i < positions.size(); ++i)
        if (glm::distance(positions[i], *position) < glm::distance(positions[nearest], *position))
            nearest = i;
    const body::JointWeights& weights = shipped().skin.weights[nearest];
    std::size_t strongest = 0;
    for (std::size_t slot = 1; slot < 4; ++slot)
        if (weights.shares[slot] > weights.shares[strongest])
            strongest = slot;
    return shipped().joints[weights.joints[strongest]];
}

} // namespace

TEST_CASE("the skin of each part of the body moves with the bones inside it")
{
    const std::pair<const char*, const char*> cases[] = {
        {"index-tip", "distal-interphalangeal-2"},
        {"thumb-tip", "interphalangeal-1"},
        {"middle-mid", "proximal-interphalangeal-3"},
        {"palm-mid", "wrist"},
        {"forearm-ulnar-mid", "elbow"},
        {"forearm-radial-low", "radioulnar"},
        {"arm-back-mid", "glenohumeral"},
        {"scapula-mid", "acromioclavicular"},
        {"chin", "temporomandibular"},
        {"vertex", "atlantooccipital"},
        {"thigh-front-mid", "hip"},
        {"thigh-inner-mid", "hip"},
        {"calf-mid", "knee"},
        {"shin-mid", "knee"},
        {"knee-front", "patellofemoral"},
        {"heel-back", "subtalar"},
        {"big-toe-tip", "interphalangeal-of-hallux"},
    };
    for (const auto& [landmark, joint] : cases) {
        INFO(landmark);
        CHECK(moverAt(landmark, core::Side::Right).id == joint);
        const body::JointInstance& left = moverAt(landmark, core::Side::Left);
        CHECK(left.id == joint);
        CHECK(left.side != core::Side::Right);
    }
}

TEST_CASE("the weights of every vertex of every structure add up to one")
{
    const auto whole = [](const std::vector<body::JointWeights>& weights) {
        for (const body::JointWeights& each : weights)
            if (each.shares[0] + each.shares[1] + each.shares[2] + each.shares[3] != 255)
                return false;
        return true;
    };
    CHECK(shipped().skin.weights.size() == shipped().skin.mesh.positions.size());
    CHECK(whole(shipped().skin.weights));
    for (const body::Shape& shape : shipped().shapes) {
        INFO(shape.id);
        CHECK(shape.weights.size() == shape.mesh.positions.size());
        CHECK(whole(shape.weights));
    }
}
