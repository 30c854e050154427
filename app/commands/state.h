#pragma once

#include "app/commands/search.h"
#include "app/model/compose.h"
#include "app/model/labels.h"
#include "app/model/library.h"
#include "app/model/placed_point.h"
#include "app/model/visibility.h"
#include "engine/posture/weight.h"
#include "engine/referral/find.h"
#include "engine/scene/scene.h"

#include <cstdint>
#include <filesystem>
#include <future>
#include <optional>
#include <string>
#include <vector>

namespace knotmap::app {

/// The selection: one of the placed points, one instance of the atlas, or nothing.
struct Selection
{
    enum class What
    {
        Nothing,
        Point,
        Structure
    };
    What what = What::Nothing;
    std::uint32_t index = 0; ///< into AppState::points or atlas->instances

    bool operator==(const Selection& other) const
    {
        return what == other.what && (what == What::Nothing || index == other.index);
    }
};

/// Contents of the left panel.
enum class Tab
{
    Knots, ///< the list of trigger points
    Pain   ///< "Where does it hurt?"
};

/// A modal window; one at a time.
enum class Dialog
{
    None,
    Shortcuts,
    About,
    BeforeYouStart,
    Faults,
    SavePicture
};

/// A selected site of pain; no side: either or the midline.
struct PainPlace
{
    std::string region;
    std::optional<core::Side> side;

    bool operator==(const PainPlace& other) const
    {
        return region == other.region && side == other.side;
    }
    /// "temple.left", or "temple" if no side was given.
    std::string name() const { return side ? core::instanceName(region, *side) : region; }
};

/// A view to return to.
struct EarlierView
{
    scene::Camera camera;
    std::optional<scene::Cut> cut;
};

/// The camera moving from one view to another.
struct CameraTween
{
    scene::Camera from, to;
    double startS = 0; ///< by the shell's clock; 0 until the shell's first frame of it
};

/// A value moving from one figure to another: a depth of peeling, a fraction of a movement.
struct Tween
{
    float from = 0, to = 0;
    double startS = 0; ///< by the shell's clock; 0 until the shell's first frame of it
};

/// A glow running from the selected trigger point to its zone.
struct Pulsing
{
    scene::Pulse pulse;
    double startS = 0; ///< by the shell's clock; 0 until the view is idle
};

/// The next view once the body has arrived in its position.
struct PendingCamera
{
    scene::Camera during, after;
};

/// A message for the user about what just happened.
struct Message
{
    std::string text;
    bool isError = false;
};

/// A picture to be written to a file.
struct PictureRequest
{
    std::filesystem::path file;
    int width = 0, height = 0;
};

/// Pictures of one turn about the body, each to a numbered file.
struct TurntableRequest
{
    PictureRequest picture;
    int frames = 0;
};

struct WindowSize
{
    int width = 0, height = 0;
};

/// Requests from commands to the window; the shell carries them out and clears them, once per
/// frame.
struct Requests
{
    bool quit = false;
    bool toggleFullScreen = false;
    bool focusSearch = false;
    std::optional<WindowSize> resize;
    std::optional<std::filesystem::path> screenshot; ///< the whole window
    std::optional<PictureRequest> picture;           ///< the body alone
    std::optional<TurntableRequest> turntable;
    bool stopTurntable = false;
    bool restartGraphics = false; ///< recreate the window and all graphics
    std::optional<int> waitMs;    ///< before the next line of a replay
};

/// A body that a worker builds while the old one is shown.
struct BodyWork
{
    struct Result
    {
        std::shared_ptr<const Library> library;
        std::vector<PlacedPoint> points;
    };
    variants::Build build;
    std::future<core::Result<Result>> result;
    std::optional<variants::Build> next; ///< requested in the meantime
};

/// Everything the panels show and the commands change. Plain data; the library is immutable.
struct AppState
{
    std::shared_ptr<const Library> library;
    std::vector<PlacedPoint> points;
    std::shared_ptr<BodyWork> bodyWork; ///< null: none under way
    core::Faults faults;                ///< of the data, found while loading
    SearchIndex index;

    scene::Scene scene;
    /// Incremented whenever the picture changes by something other than the camera.
    std::uint64_t pictureRevision = 0;
    float aspect = 1;        ///< of the 3D view
    WindowSize viewSize;     ///< of the 3D view, pixels
    glm::vec2 viewOrigin{0}; ///< of the 3D view in the window's coordinates, from its top left
    float pixelRatio = 1;    ///< pixels per unit of the window's coordinates
    std::vector<EarlierView> viewHistory;
    std::optional<CameraTween> move;
    bool motion = true; ///< false: the camera jumps

    Selection selection;
    Selection hover; ///< what is under the pointer
    std::optional<PainPlace> hoverRegion;
    core::Side side = core::Side::Right;                ///< the side that lists and links refer to
    anatomy::Layer layer = anatomy::Layer::Superficial; ///< down to which the body is peeled
    float peel = peelOf(anatomy::Layer::Superficial);   ///< current value, during the animation
    std::optional<Tween> peeling;
    std::vector<Visibility> visibility; ///< one per instance; empty: all shown
    std::optional<scene::Cut> cut;      ///< the scene's, kept across recompositions
    geometry::Bounds cutBounds;         ///< of the body that the cut was fitted to, world
    bool overCut = false;               ///< the pointer is over the cut's handle, or drags it
    std::optional<float> skinOpacity;   ///< set by hand; otherwise the layer's own
    bool showPosition = false;          ///< whether the body is to be in the point's position
    float positionShare = 0;            ///< fraction of the movement there from standing
    std::optional<Tween> posing;
    std::optional<PendingCamera> pendingCamera;
    std::optional<std::size_t> step; ///< the step of the position whose caption is shown
    std::shared_ptr<const posture::SolvedPosition>
        solved; ///< of the selected point, once it was requested
    std::shared_ptr<const posture::WeightSplit> weight; ///< of `solved`
    bool showStartPose = true; ///< with the position, the contour of the standing body
    bool showWeight = true;    ///< with the position, the load distribution
    bool showInset = true;     ///< all of the body while close to it
    /// Points whose zones remain visible in addition to the selected one's, each in the hue of its
    /// index.
    std::array<std::optional<std::uint32_t>, scene::kMaxKeptZones> kept;
    std::optional<Pulsing> pulse;
    bool showKnots = true;
    bool showTool = true; ///< with its arrow
    Labels labels = Labels::Off;
    std::vector<scene::VisibleInstance> visibleInstances; ///< the picture at rest; set by the shell
    bool showCautions = false; ///< all of them; those near the selected point are always visible

    Tab tab = Tab::Knots;
    std::string search;
    Grouping grouping = Grouping::Muscle;
    std::vector<ListGroup> list; ///< the results of the search
    int listCursor = -1;         ///< row of the list chosen by keyboard; -1 none
    std::string painSearch;
    std::vector<PainPlace> pain;
    std::vector<referral::Finding> findings;

    Dialog dialog = Dialog::None;
    bool noteDismissed = false; ///< "Before you start"
    bool faultsDismissed = false;
    std::optional<Message> message;
    float leftWidth = 304, rightWidth = 372; ///< of the panels, in unscaled pixels
    bool savingTurntable = false;            ///< set by the shell: one picture at a time is saved
    bool trace = false;                      ///< print each command on stdout
    bool traceFrames = false;                ///< print each "frame", "wake" and unlimited "rest"
    Requests requests;

    const body::Atlas& atlas() const { return *library->atlas; }
    const PlacedPoint* selectedPoint() const;
    /// The selected structure, by its instance.
    std::optional<std::uint32_t> selectedInstance() const;
};

/// The placed point with that id on that side.
std::optional<std::uint32_t> findPlacedPoint(const AppState& state, std::string_view id,
                                             core::Side side);

/// The position that the body is in or moving to; null: none.
const care::Position* shownPosition(const AppState& state);

/// Its steps, carried out with the tool shown; none without a position.
std::vector<std::string> shownSteps(const AppState& state);

} // namespace knotmap::app
