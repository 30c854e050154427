#pragma once

#include "app/commands/command.h"
#include "engine/body/joint_instances.h"
#include "tests/support/shapes.h"

#include <memory>

namespace knotmap::testing {

/// A trigger point of the small library.
inline referral::Point smallPoint(const std::string& muscle, const std::string& label,
                                  const std::string& essential, const std::string& spillover)
{
    referral::Point point;
    point.id = muscle + "-1";
    point.muscle = muscle;
    point.label = label;
    point.at = {0, 0.5F, 0.5F, 0.5F};
    point.find = "Press slowly along the fibres.";
    point.evidence = "B";
    point.sources = {"book"};
    referral::Stroke solid, dots;
    solid.strength = referral::Strength::Essential;
    solid.through = {{"knot", {}}};
    solid.radiusMm = 20;
    solid.regions = {essential};
    dots = solid;
    dots.strength = referral::Strength::Spillover;
    dots.radiusMm = 35;
    dots.regions = {spillover};
    point.strokes = {solid, dots};
    return point;
}

inline anatomy::Structure smallMuscle(const std::string& id, const std::string& english,
                                      const std::string& latin, const std::string& group,
                                      anatomy::Layer layer)
{
    anatomy::Structure muscle;
    muscle.id = id;
    muscle.english = english;
    muscle.latin = latin;
    muscle.group = group;
    muscle.layer = layer;
    return muscle;
}

/// A strap of the right side at that height, in the ball of skin.
inline body::Shape smallShape(const std::string& id, anatomy::Layer layer, float height)
{
    body::Shape shape;
    shape.id = id;
    shape.layer = layer;
    geometry::Sheet sheet = strap();
    for (glm::vec4& point : sheet.points)
        point += glm::vec4(-80, height, 60, 0);
    shape.mesh = geometry::buildSheet(sheet, 6);
    shape.sheets = {sheet};
    return shape;
}

inline void addRegions(anatomy::Catalogue& catalogue, body::Atlas& atlas)
{
    const auto region = [&](const char* id, const char* label, const char* synonym,
                            const char* group, bool midline) {
        anatomy::Region entry;
        entry.id = id;
        entry.label = label;
        entry.synonyms = {synonym};
        entry.group = group;
        entry.midline = midline;
        catalogue.regions.push_back(entry);
    };
    region("temple", "Temple", "side of the forehead", "head", false);
    region("interscapular", "Between the shoulder blades", "between the blades", "back", false);
    region("sternum", "Breastbone", "middle of the chest", "chest", true);
    atlas.regions = {{"temple", core::Side::Right},
                     {"temple", core::Side::Left},
                     {"interscapular", core::Side::Right},
                     {"interscapular", core::Side::Left},
                     {"sternum", core::Side::Midline}};
}

/// The right half of the upper ball is the right temple and so on; in front is the sternum.
inline void paintRegions(body::Skin& skin)
{
    for (const glm::vec3& position : skin.mesh.positions) {
        if (position.z > 160)
            skin.regions.push_back(4);
        else if (position.y > 0)
            skin.regions.push_back(position.x < 0 ? 0 : 1);
        else
            skin.regions.push_back(position.x < 0 ? 2 : 3);
    }
}

inline void addAdvice(care::Guide& care)
{
    care::Tool ball;
    ball.id = "tennis-ball";
    ball.label = "Tennis ball";
    ball.shape = "ball";
    ball.firmness = "soft";
    ball.diameterMm = ball.lengthMm = 67;
    ball.contactMm = 30;
    care.tools = {ball};
    care::Position wall;
    wall.id = "lean-wall";
    wall.label = "Lean against a wall";
    wall.supports = {"wall", "feet"};
    wall.steps = {"Stand with your back to a wall."};
    wall.posture = care::Posture();
    care::Position words;
    words.id = "ask-someone";
    words.label = "Ask someone";
    words.steps = {"Ask someone to press."};
    care.positions = {wall, words};
    care::Dose dose;
    dose.id = "standard";
    dose.holdS = {30, 90};
    dose.rounds = {3, 4};
    dose.restS = 60;
    care.doses = {dose};
    care::Advice advice;
    advice.point = "upper-one-1";
    advice.tools = {"tennis-ball"};
    advice.positions = {"lean-wall"};
    advice.dose = "standard";
    care::Advice other = advice;
    other.point = "deep-one-1";
    other.positions = {"ask-someone"};
    care.advice = {advice, other};
}

/// A ball of skin, 200 mm in radius, with one superficial and one deep muscle on each side, a
/// trigger point in each of them, and advice: the first one's position has a posture, the other's
/// only text. One joint carries everything.
inline std::shared_ptr<const app::Library> smallLibrary()
{
    using anatomy::Layer;
    auto library = std::make_shared<app::Library>();
    auto atlas = std::make_shared<body::Atlas>();
    atlas->structures = {
        smallMuscle("upper-one", "Upper one", "Musculus superior", "neck", Layer::Superficial),
        smallMuscle("deep-one", "Deep one", "Musculus profundus", "back", Layer::Deep)};
    atlas->shapes = {smallShape("upper-one", Layer::Superficial, 20),
                     smallShape("deep-one", Layer::Deep, -120)};
    body::addInstances(*atlas);
    atlas->skin.mesh = ball({0, 0, 0}, 200, 12);
    addRegions(library->anatomy, *atlas);
    paintRegions(atlas->skin);
    library->anatomy.structures = atlas->structures;
    library->referral.points = {
        smallPoint("upper-one", "Front edge", "temple", "interscapular"),
        smallPoint("deep-one", "Outer edge", "interscapular", "temple.opposite")};
    library->referral.grades = {{"B", "Seen in one study"}};
    addAdvice(library->care);
    library->skin = std::make_shared<const geometry::Surface>(
        std::shared_ptr<const geometry::Mesh>(atlas, &atlas->skin.mesh));
    anatomy::Joint trunk;
    trunk.id = "trunk";
    trunk.midline = true;
    library->anatomy.joints = {trunk};
    atlas->joints = body::placeJoints(library->anatomy.joints);
    body::JointWeights rigid;
    rigid.shares[0] = 255;
    atlas->skin.weights.assign(atlas->skin.mesh.positions.size(), rigid);
    for (body::Shape& shape : atlas->shapes)
        shape.weights.assign(shape.mesh.positions.size(), rigid);
    library->skeleton = std::make_shared<const body::Skeleton>(*atlas, library->anatomy.joints);
    library->coarseSkin = std::make_shared<const body::CoarseSkin>(*atlas);
    library->atlas = atlas;
    return library;
}

} // namespace knotmap::testing
