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

/// What is selected: one of the placed points, one instance of the atlas, or nothing.
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

/// What the left panel shows.
enum class Tab
{
    Knots, ///< the list of knots
    Pain   ///< "Where does it hurt?"
};

/// A window that lies over everything else; one at a time.
enum class Dialog
{
    None,
    Shortcuts,
    About,
    BeforeYouStart,
    Faults,
    SavePicture
};

/// A place of pain that was chosen; no side: either or the midline.
struct PainPlace
{
    std::string region;
    std::optional<core::Side> side;

    bool operator==(const PainPlace& other) const
    {
        return region == other.region && side == other.side;
    }
    /// "temple.left", or "temple" where no side was given.
    std::string name() const { return side ? core::instanceName(region, *side) : region; }
};

/// A view that one can go back to.
struct EarlierView
{
    scene::Camera camera;
    std::optional<scene::Cut> cut;
};

/// The camera on its way from one view to another.
struct CameraTween
{
    scene::Camera from, to;
    double startS = 0; ///< by the shell's clock; 0 until the shell has seen it
};

/// A figure on its way from one value to another: a depth of peeling, a share of a way.
struct Tween
{
    float from = 0, to = 0;
    double startS = 0; ///< by the shell's clock; 0 until the shell has seen it
};

/// A glow on its way from the selected knot to its zone.
struct Pulsing
{
    scene::Pulse pulse;
    double startS = 0; ///< by the shell's clock; 0 until the eye rests
};

/// The view to go on to once the body has come into its position.
struct PendingCamera
{
    scene::Camera during, after;
};

/// A line for the user about what just happened.
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

/// What commands ask of the window; the shell fulfils and clears it, once a frame.
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
    bool restartGraphics = false; ///< make the window and all that is drawn with anew
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
    std::optional<variants::Build> next; ///< asked for meanwhile
};

/// Everything the panels show and the commands change. Plain data; the library never changes.
struct AppState
{
    std::shared_ptr<const Library> library;
    std::vector<PlacedPoint> points;
    std::shared_ptr<BodyWork> bodyWork; ///< null: none under way
    core::Faults faults;                ///< of the data, found while loading
    SearchIndex index;

    scene::Scene scene;
    /// Goes up whenever the picture changes by something other than the camera.
    std::uint64_t pictureRevision = 0;
    float aspect = 1;        ///< of the 3D view
    WindowSize viewSize;     ///< of the 3D view, pixels
    glm::vec2 viewOrigin{0}; ///< of the 3D view in the window's coordinates, from its top left
    float pixelRatio = 1;    ///< pixels to one unit of the window's coordinates
    std::vector<EarlierView> viewHistory;
    std::optional<CameraTween> move;
    bool motion = true; ///< false: the camera jumps

    Selection selection;
    Selection hover; ///< what is under the pointer
    std::optional<PainPlace> hoverRegion;
    core::Side side = core::Side::Right;                ///< which side lists and links mean
    anatomy::Layer layer = anatomy::Layer::Superficial; ///< down to which the body is peeled
    float peel = peelOf(anatomy::Layer::Superficial);   ///< what is seen of it, on the way there
    std::optional<Tween> peeling;
    std::vector<Visibility> visibility; ///< one per instance; empty: all shown
    std::optional<scene::Cut> cut;      ///< the scene's, kept while scenes come and go
    geometry::Bounds cutBounds;         ///< of the body that the cut was fitted to, world
    bool overCut = false;               ///< the pointer is over what moves the cut, or holds it
    std::optional<float> skinOpacity;   ///< set by hand; otherwise the layer's own
    bool showPosition = false;          ///< whether the body is to be in the point's position
    float positionShare = 0;            ///< how far it has come there from standing
    std::optional<Tween> posing;
    std::optional<PendingCamera> pendingCamera;
    std::optional<std::size_t> step; ///< of the position's steps, the one whose caption is shown
    std::shared_ptr<const posture::SolvedPosition>
        solved; ///< of the selected point, once it was asked for
    std::shared_ptr<const posture::WeightSplit> weight; ///< of `solved`
    bool showStartPose = true; ///< with the position, the contour of standing
    bool showWeight = true;    ///< with the position, where the weight goes
    bool showInset = true;     ///< all of the body while close to it
    /// Points whose zones stay in sight beside the selected one's, each in the hue of its place.
    std::array<std::optional<std::uint32_t>, scene::kMaxKeptZones> kept;
    std::optional<Pulsing> pulse;
    bool showKnots = true;
    bool showTool = true; ///< with its arrow
    Labels labels = Labels::Off;
    std::vector<scene::VisibleInstance>
        visibleInstances;      ///< what the picture at rest shows; the shell's
    bool showCautions = false; ///< all of them; those near the selected knot are always seen

    Tab tab = Tab::Knots;
    std::string search;
    Grouping grouping = Grouping::Muscle;
    std::vector<ListGroup> list; ///< what the search left
    int listCursor = -1;         ///< row of the list chosen by keyboard; -1 none
    std::string painSearch;
    std::vector<PainPlace> pain;
    std::vector<referral::Finding> findings;

    Dialog dialog = Dialog::None;
    bool noteDismissed = false; ///< "Before you start"
    bool faultsDismissed = false;
    std::optional<Message> message;
    float leftWidth = 304, rightWidth = 372; ///< of the panels, in unscaled pixels
    bool savingTurntable = false;            ///< the shell's: pictures are being saved one by one
    bool trace = false;                      ///< print each command on stdout
    bool traceFrames = false;                ///< print each "frame", "wake" and endless "rest"
    Requests requests;

    const body::Atlas& atlas() const { return *library->atlas; }
    const PlacedPoint* selectedPoint() const;
    /// The structure that is selected, by its instance.
    std::optional<std::uint32_t> selectedInstance() const;
};

/// The placed point of that id on that side.
std::optional<std::uint32_t> findPlacedPoint(const AppState& state, std::string_view id,
                                             core::Side side);

/// The position that the body is in or on its way to; null: none.
const care::Position* shownPosition(const AppState& state);

/// Its steps, done with the tool that is shown; none when no position is.
std::vector<std::string> shownSteps(const AppState& state);

} // namespace knotmap::app
