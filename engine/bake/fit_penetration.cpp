#include "engine/bake/fit_rules.h"
#include "engine/core/parallel.h"

#include <algorithm>
#include <map>

namespace knotmap::bake {
namespace {

constexpr double kSampleMm2 = 12;
constexpr std::size_t kMinSamples = 200;

/// Another structure on one side.
struct Other
{
    std::uint32_t shape = 0;
    bool left = false;
};

/// The structures whose boxes meet that of the muscle, on both sides, itself left out.
std::vector<Other> neighboursOf(const body::Atlas& atlas, const std::vector<Solid>& solids,
                                std::uint32_t muscle)
{
    std::vector<Other> others;
    const geometry::Bounds& bounds = solids[muscle].bounds();
    for (std::uint32_t i = 0; i < solids.size(); ++i) {
        if (i != muscle && overlap(bounds, solids[i].bounds()))
            others.push_back({i, false});
        if (!atlas.shapes[i].midline && overlap(bounds, mirrored(solids[i].bounds())))
            others.push_back({i, true});
    }
    return others;
}

Penetration measureMuscle(const body::Atlas& atlas, const std::vector<Solid>& solids,
                          std::uint32_t muscle)
{
    Penetration found;
    const std::vector<Other> others = neighboursOf(atlas, solids, muscle);
    std::map<std::pair<std::uint32_t, bool>, Intrusion> intrusions;
    for (const glm::vec3& sample : spreadOver(atlas.shapes[muscle].mesh, kSampleMm2, kMinSamples)) {
        bool inBone = false, inMuscle = false;
        for (const Other& other : others) {
            const auto depth = solids[other.shape].depthAt(other.left ? mirrored(sample) : sample);
            if (!depth || depth->mm <= kDeepMm)
                continue;
            (atlas.shapes[other.shape].kind == anatomy::Kind::Muscle ? inMuscle : inBone) = true;
            Intrusion& intrusion = intrusions[{other.shape, other.left}];
            ++intrusion.samples;
            if (depth->mm > intrusion.deepestMm) {
                intrusion.deepestMm = depth->mm;
                intrusion.at = sample;
            }
        }
        ++found.samples;
        found.deepInBone += inBone ? 1U : 0U;
        found.deepInMuscle += inMuscle ? 1U : 0U;
    }
    for (auto& [other, intrusion] : intrusions) {
        intrusion.muscle = muscle;
        intrusion.other = other.first;
        intrusion.otherLeft = other.second;
        (atlas.shapes[other.first].kind == anatomy::Kind::Muscle ? found.intoMuscle
                                                                 : found.intoBone)
            .push_back(intrusion);
    }
    return found;
}

double share(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

double Penetration::boneShare() const
{
    return share(deepInBone, samples);
}
double Penetration::muscleShare() const
{
    return share(deepInMuscle, samples);
}

Penetration measurePenetration(const body::Atlas& atlas, const std::vector<Solid>& solids)
{
    std::vector<Penetration> each(atlas.shapes.size());
    core::parallelFor(each.size(), [&](std::size_t i) {
        if (atlas.shapes[i].kind == anatomy::Kind::Muscle)
            each[i] = measureMuscle(atlas, solids, static_cast<std::uint32_t>(i));
    });
    Penetration all;
    for (const Penetration& one : each) {
        all.samples += one.samples;
        all.deepInBone += one.deepInBone;
        all.deepInMuscle += one.deepInMuscle;
        all.intoBone.insert(all.intoBone.end(), one.intoBone.begin(), one.intoBone.end());
        all.intoMuscle.insert(all.intoMuscle.end(), one.intoMuscle.begin(), one.intoMuscle.end());
    }
    for (auto* list : {&all.intoBone, &all.intoMuscle})
        std::stable_sort(list->begin(), list->end(), [](const Intrusion& a, const Intrusion& b) {
            return a.samples > b.samples;
        });
    return all;
}

} // namespace knotmap::bake
