#include "engine/bake/fit_rules.h"

#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace knotmap::bake {
namespace {

/// Offenders listed individually; a broken rule gives the number of the rest.
constexpr std::size_t kMaxReported = 12;

std::string pointText(const glm::vec3& at)
{
    return fmt::format("({:.0f}, {:.0f}, {:.0f})", at.x, at.y, at.z);
}

std::string gapText(const body::Atlas& atlas, const EndGap& end)
{
    const anatomy::Structure& structure = atlas.structures[end.shape];
    const auto& bones = end.insertion ? structure.insertionBones : structure.originBones;
    return trf("the {} of sheet {} is {:.1f} mm from {}{} at {}",
               end.insertion ? "insertion" : "origin", end.sheet + 1, end.gapMm, bones.front(),
               bones.size() > 1 ? tr(" and the other bones it names") : "", pointText(end.at));
}

std::string intrusionText(const body::Atlas& atlas, const Intrusion& intrusion)
{
    return trf("lies in {}{} with {} samples deeper than {} mm, up to {:.1f} mm at {}",
               atlas.structures[intrusion.other].id, intrusion.otherLeft ? ".left" : "",
               intrusion.samples, kDeepMm, intrusion.deepestMm, pointText(intrusion.at));
}

std::string exposureText(const Exposure& exposure)
{
    return exposure.minMm < 0
               ? trf("comes through the skin by {:.1f} mm at {}; {} "
                     "samples are nearer to the skin than {} mm",
                     -exposure.minMm, pointText(exposure.at), exposure.samples, kUnderSkinMm)
               : trf("lies {:.1f} mm under the skin at {}; it must be at "
                     "least {} mm, and {} samples are not",
                     exposure.minMm, pointText(exposure.at), kUnderSkinMm, exposure.samples);
}

core::Fault faultOf(const body::Atlas& atlas, std::uint32_t shape, const std::string& what)
{
    const anatomy::Structure& structure = atlas.structures[shape];
    return {structure.file, 0, 0, fmt::format("'{}' {}", structure.id, what)};
}

void reportGaps(const body::Atlas& atlas, const Attachments& attachments, core::Faults& faults)
{
    const bool broken = attachments.met() < kEndsThatMeet;
    std::size_t reported = 0;
    for (const EndGap& end : attachments.ends)
        if (end.gapMm > kFarthestEndMm ||
            (broken && end.gapMm > kGapMm && reported++ < kMaxReported))
            faults.push_back(faultOf(atlas, end.shape, gapText(atlas, end)));
    if (broken)
        faults.push_back(
            {"anatomy/muscles", 0, 0,
             trf("{:.1f} % of {} ends meet their bone within {} mm; at least "
                 "{} % must",
                 100 * attachments.met(), attachments.ends.size(), kGapMm, 100 * kEndsThatMeet)});
}

void reportIntrusions(const body::Atlas& atlas, const std::vector<Intrusion>& intrusions,
                      double share, double maxShare, const char* into, core::Faults& faults)
{
    if (share <= maxShare)
        return;
    for (std::size_t i = 0; i < std::min(kMaxReported, intrusions.size()); ++i)
        faults.push_back(faultOf(atlas, intrusions[i].muscle, intrusionText(atlas, intrusions[i])));
    faults.push_back({"anatomy/muscles", 0, 0,
                      trf("{:.1f} % of the muscles' samples lie deeper than {} mm in {}; "
                          "at most {} % may",
                          100 * share, kDeepMm, into, 100 * maxShare)});
}

void reportSkin(const body::Atlas& atlas, const Enclosure& enclosure, core::Faults& faults)
{
    const auto skinFault = [&](std::string message) {
        faults.push_back({"anatomy/skin", 0, 0, std::move(message)});
    };
    if (!enclosure.closed)
        skinFault(tr("the skin is not closed: an edge is not shared by two triangles that agree"));
    if (enclosure.pieces != 1)
        skinFault(trf("the skin is in {} pieces; it must be one", enclosure.pieces));
    if (enclosure.selfCrossings > 0)
        skinFault(trf("the skin cuts itself {} times, at {} for one", enclosure.selfCrossings,
                      pointText(enclosure.crossingAt)));
    if (enclosure.withoutMirror > 0)
        skinFault(trf("{} places of the skin have no mirror image", enclosure.withoutMirror));
    for (std::size_t i = 0; i < std::min(kMaxReported, enclosure.exposed.size()); ++i)
        faults.push_back(
            faultOf(atlas, enclosure.exposed[i].shape, exposureText(enclosure.exposed[i])));
    if (enclosure.exposed.size() > kMaxReported)
        skinFault(trf("{} structures in all come nearer to the skin than {} mm",
                      enclosure.exposed.size(), kUnderSkinMm));
}

} // namespace

std::vector<Solid> solidsOf(const std::vector<body::Shape>& shapes)
{
    std::vector<Solid> solids;
    solids.reserve(shapes.size());
    for (const body::Shape& shape : shapes)
        solids.emplace_back(shape.mesh);
    return solids;
}

Fit measureFit(const body::Atlas& atlas)
{
    const std::vector<Solid> solids = solidsOf(atlas.shapes);
    return {measureAttachments(atlas, solids), measurePenetration(atlas, solids),
            measureEnclosure(atlas)};
}

std::string describeFit(const body::Atlas& atlas, const Fit& fit)
{
    const Attachments& attachments = fit.attachments;
    const Penetration& penetration = fit.penetration;
    const Enclosure& enclosure = fit.enclosure;
    std::string text = trf("ends within {} mm of their bone: {:.1f} % of {} (at least "
                           "{:.0f} %); ends on muscle, skin or fascia: {}\n",
                           kGapMm, 100 * attachments.met(), attachments.ends.size(),
                           100 * kEndsThatMeet, attachments.soft.size());
    text += trf("muscle samples deeper than {} mm: {:.2f} % in bone (at most {:.0f} %), "
                "{:.2f} % in another muscle (at most {:.0f} %), of {}\n",
                kDeepMm, 100 * penetration.boneShare(), 100 * kDeepInBone,
                100 * penetration.muscleShare(), 100 * kDeepInMuscle, penetration.samples);
    text += trf("skin: {}, pieces: {}, {} self-crossings, {} places without mirror image; "
                "{} structures less than {} mm under it\n",
                enclosure.closed ? tr("closed") : tr("not closed"), enclosure.pieces,
                enclosure.selfCrossings, enclosure.withoutMirror, enclosure.exposed.size(),
                kUnderSkinMm);
    const auto worst = [&](std::uint32_t shape, const std::string& what) {
        text += fmt::format("  {}: {}\n", atlas.structures[shape].id, what);
    };
    constexpr std::size_t kReported = 3;
    for (std::size_t i = 0; i < std::min(kReported, attachments.ends.size()); ++i)
        worst(attachments.ends[i].shape, gapText(atlas, attachments.ends[i]));
    for (const auto* list : {&penetration.intoBone, &penetration.intoMuscle})
        for (std::size_t i = 0; i < std::min(kReported, list->size()); ++i)
            worst((*list)[i].muscle, intrusionText(atlas, (*list)[i]));
    for (std::size_t i = 0; i < std::min(kReported, enclosure.exposed.size()); ++i)
        worst(enclosure.exposed[i].shape, exposureText(enclosure.exposed[i]));
    return text;
}

core::Faults brokenRules(const body::Atlas& atlas, const Fit& fit)
{
    core::Faults faults;
    reportGaps(atlas, fit.attachments, faults);
    reportIntrusions(atlas, fit.penetration.intoBone, fit.penetration.boneShare(), kDeepInBone,
                     "bone", faults);
    reportIntrusions(atlas, fit.penetration.intoMuscle, fit.penetration.muscleShare(),
                     kDeepInMuscle, tr("another muscle"), faults);
    reportSkin(atlas, fit.enclosure, faults);
    return faults;
}

} // namespace knotmap::bake
