#include "app/commands/undo.h"

#include "app/commands/animation.h"
#include "app/commands/position_work.h"
#include "app/commands/pulse.h"
#include "app/commands/scene_refresh.h"
#include "app/model/legend.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>
#include <utility>

namespace knotmap::app {
namespace {

/// The plane alone: its frame follows the body.
bool sameCut(const std::optional<scene::Cut>& a, const std::optional<scene::Cut>& b)
{
    if (!a || !b)
        return a.has_value() == b.has_value();
    return a->normal == b->normal && scene::positionAlong(*a) == scene::positionAlong(*b);
}

bool samePosition(const View& a, const View& b)
{
    return a.showPosition == b.showPosition && a.positionShare == b.positionShare &&
           a.step == b.step;
}

bool sameMarks(const View& a, const View& b)
{
    return a.showStartPose == b.showStartPose && a.showWeight == b.showWeight &&
           a.showInset == b.showInset && a.showKnots == b.showKnots && a.showTool == b.showTool &&
           a.showCautions == b.showCautions && a.labels == b.labels;
}

std::string nameOf(const Document& document, const Selection& selection)
{
    if (selection.what == Selection::What::Point)
        return pointName(*document.library, document.points[selection.index]);
    const body::Atlas& atlas = *document.library->atlas;
    const body::Instance& instance = atlas.instances[selection.index];
    const std::string& name = atlas.structures[instance.shape].english;
    return instance.side == core::Side::Midline
               ? name
               : fmt::format("{}, {}", name, tr(core::sideName(instance.side)));
}

std::string describeSelection(const Document& document, const Selection& to)
{
    return to.what == Selection::What::Nothing ? tr("clearing the selection")
                                               : trf("selecting {}", nameOf(document, to));
}

std::string describeCut(const std::optional<scene::Cut>& from, const std::optional<scene::Cut>& to)
{
    if (!from)
        return tr("opening the cut");
    return to ? tr("moving the cut") : tr("closing the cut");
}

std::string describeVisibility(const std::vector<Visibility>& from,
                               const std::vector<Visibility>& to)
{
    const auto of = [](const std::vector<Visibility>& all, std::size_t i) {
        return i < all.size() ? all[i] : Visibility::Shown;
    };
    std::size_t hidden = 0, ghosted = 0;
    for (std::size_t i = 0; i < std::max(from.size(), to.size()); ++i) {
        if (of(from, i) == of(to, i))
            continue;
        hidden += of(to, i) == Visibility::Hidden ? 1 : 0;
        ghosted += of(to, i) == Visibility::Ghosted ? 1 : 0;
    }
    if (hidden > 0)
        return tr("hiding structures");
    return ghosted > 0 ? tr("making structures transparent") : tr("showing structures again");
}

std::string describePosition(const View& from, const View& to)
{
    if (from.showPosition != to.showPosition)
        return to.showPosition ? tr("showing the position") : tr("leaving the position");
    return tr("moving within the position");
}

std::size_t countOf(const KeptZones& kept)
{
    return static_cast<std::size_t>(
        std::count_if(kept.begin(), kept.end(), [](const auto& each) { return each.has_value(); }));
}

void endAnimations(AppState& state)
{
    state.animations.camera.reset();
    state.animations.peeling.reset();
    state.animations.posing.reset();
    state.animations.pendingCamera.reset();
}

/// Brings the body to where the picture has it, solving its position anew where that was forgotten.
void restorePosition(AppState& state, const View& now)
{
    if (!state.view.showPosition)
        return;
    solveBeside(state, true);
    if (state.position.solved && now.positionShare != state.view.positionShare)
        comeFrom(state, now.positionShare);
}

void restore(AppState& state, const PictureState& picture)
{
    const View now = state.view;
    const bool otherSelection = !(state.document.selection == picture.selection);
    endAnimations(state);
    if (otherSelection) {
        state.position.forget();
        stopPulse(state);
    }
    state.document.selection = picture.selection;
    state.document.side = picture.side;
    state.document.keptZones = picture.keptZones;
    state.view = picture.view;
    state.view.peel = now.peel;
    const float peel = picture.view.peel;
    if (state.animations.enabled && now.peel != peel)
        state.animations.peeling = Tween{now.peel, peel, 0};
    else
        state.view.peel = peel;
    refreshScene(state);
    restorePosition(state, now);
    tweenCamera(state, picture.camera);
}

/// Drops what does not differ from the present picture.
void dropEqual(std::vector<PictureState>& pictures, const PictureState& now)
{
    while (!pictures.empty() && !differ(pictures.back(), now))
        pictures.pop_back();
}

void keep(std::vector<PictureState>& pictures, PictureState picture)
{
    pictures.push_back(std::move(picture));
    if (pictures.size() > kMaxHistory)
        pictures.erase(pictures.begin());
}

/// A step through the history.
struct Change
{
    PictureState from, to;
};

/// Goes to the last of the pictures that differs from the present one, which is kept among `back`;
/// none where there is no such picture.
std::optional<Change> goTo(AppState& state, std::vector<PictureState>& pictures,
                           std::vector<PictureState>& back)
{
    const PictureState now = pictureOf(state);
    dropEqual(pictures, now);
    if (pictures.empty())
        return std::nullopt;
    Change change{now, std::move(pictures.back())};
    pictures.pop_back();
    restore(state, change.to);
    keep(back, now);
    return change;
}

/// The last of the pictures that differs from `now`; null: none.
const PictureState* lastDifferent(const std::vector<PictureState>& pictures,
                                  const PictureState& now)
{
    const auto found =
        std::find_if(pictures.rbegin(), pictures.rend(),
                     [&](const PictureState& picture) { return differ(picture, now); });
    return found == pictures.rend() ? nullptr : &*found;
}

} // namespace

PictureState pictureOf(const AppState& state)
{
    const Animations& animations = state.animations;
    PictureState picture{animations.camera ? animations.camera->to : state.scene.camera, state.view,
                         state.document.selection, state.document.side, state.document.keptZones};
    if (animations.pendingCamera)
        picture.camera = animations.pendingCamera->after;
    if (animations.peeling)
        picture.view.peel = animations.peeling->to;
    if (animations.posing)
        picture.view.positionShare = animations.posing->to;
    return picture;
}

bool differ(const PictureState& a, const PictureState& b)
{
    const View &v = a.view, &w = b.view;
    return !(a.camera == b.camera && sameCut(v.cut, w.cut) && samePosition(v, w) &&
             sameMarks(v, w) && v.peel == w.peel && v.layer == w.layer &&
             v.skinOpacity == w.skinOpacity && v.visibility == w.visibility &&
             a.selection == b.selection && a.keptZones == b.keptZones);
}

std::string describeChange(const Document& document, const PictureState& from,
                           const PictureState& to)
{
    const View &v = from.view, &w = to.view;
    if (!(from.selection == to.selection))
        return describeSelection(document, to.selection);
    if (from.keptZones != to.keptZones)
        return countOf(from.keptZones) < countOf(to.keptZones) ? tr("keeping a zone")
                                                               : tr("removing a kept zone");
    if (v.visibility != w.visibility)
        return describeVisibility(v.visibility, w.visibility);
    if (!samePosition(v, w))
        return describePosition(v, w);
    if (v.layer != w.layer || v.peel != w.peel)
        return trf("peeling to {}", tr(anatomy::layerName(w.layer)));
    if (v.skinOpacity != w.skinOpacity)
        return tr("changing the skin's opacity");
    if (!sameCut(v.cut, w.cut))
        return describeCut(v.cut, w.cut);
    if (!sameMarks(v, w))
        return tr("changing what is marked");
    return from.camera == to.camera ? "" : tr("moving the view");
}

void remember(AppState& state, PictureState before)
{
    state.history.redo.clear();
    keep(state.history.undo, std::move(before));
}

void remember(AppState& state)
{
    state.history.continued.clear();
    remember(state, pictureOf(state));
}

core::Outcome undo(AppState& state)
{
    const auto changed = goTo(state, state.history.undo, state.history.redo);
    if (!changed)
        return core::Error{tr("there is nothing to undo")};
    notify(state, trf("Undone: {}", describeChange(state.document, changed->to, changed->from)));
    return std::nullopt;
}

core::Outcome redo(AppState& state)
{
    const auto changed = goTo(state, state.history.redo, state.history.undo);
    if (!changed)
        return core::Error{tr("there is nothing to redo")};
    notify(state, trf("Redone: {}", describeChange(state.document, changed->from, changed->to)));
    return std::nullopt;
}

std::string nextUndo(const AppState& state)
{
    const PictureState now = pictureOf(state);
    const PictureState* earlier = lastDifferent(state.history.undo, now);
    return earlier == nullptr ? "" : describeChange(state.document, *earlier, now);
}

std::string nextRedo(const AppState& state)
{
    const PictureState now = pictureOf(state);
    const PictureState* later = lastDifferent(state.history.redo, now);
    return later == nullptr ? "" : describeChange(state.document, now, *later);
}

} // namespace knotmap::app
