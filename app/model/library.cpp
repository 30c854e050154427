#include "app/model/library.h"

#include "engine/body/atlas_file.h"
#include "engine/words/tr.h"

namespace knotmap::app {
namespace {

/// The skin lives in the atlas; the alias keeps the whole atlas alive for it.
std::shared_ptr<const geometry::Surface> skinOf(const std::shared_ptr<const body::Atlas>& atlas)
{
    return std::make_shared<const geometry::Surface>(
        std::shared_ptr<const geometry::Mesh>(atlas, &atlas->skin.mesh));
}

void mapCautions(Library& library)
{
    library.cautions =
        std::make_shared<const CautionMap>(*library.atlas, *library.skin, library.care);
}

void readyForPoses(Library& library)
{
    library.skeleton =
        std::make_shared<const body::Skeleton>(*library.atlas, library.anatomy.joints);
    library.coarseSkin = std::make_shared<const body::CoarseSkin>(*library.atlas);
}

} // namespace

core::Result<Library> loadTexts(const core::Paths& paths, core::Faults& faults)
{
    if (paths.assets.empty())
        return core::Error{tr("no assets folder was found; 'knotmap paths' shows where Knotmap "
                              "looked; name one with --assets")};
    Library library;
    library.anatomy = anatomy::loadCatalogue(paths.assets, faults);
    library.referral = referral::loadKnowledge(paths.assets, library.anatomy, faults);
    library.care = care::loadGuide(paths.assets, library.anatomy, library.referral, faults);
    return library;
}

posture::BodyMasses massesOf(const Library& library)
{
    return {library.care.segments, library.build.sex == variants::Sex::Female};
}

core::Result<std::shared_ptr<const Library>>
loadLibrary(const core::Paths& paths, core::Faults& faults, const variants::Build& build)
{
    if (paths.assets.empty())
        return core::Error{tr("no assets folder was found; 'knotmap paths' shows where Knotmap "
                              "looked; name one with --assets")};
    if (paths.atlas.empty())
        return core::Error{tr("the baked body (body.atlas) was not found; build again, or make one "
                              "with 'knotmap bake' and name it in KNOTMAP_ATLAS")};
    auto atlas = body::readAtlas(paths.atlas);
    if (!atlas)
        return atlas.error();
    auto library = std::make_shared<Library>();
    library->atlas = *atlas;
    library->anatomy = anatomy::loadCatalogue(paths.assets, library->atlas->structures, faults);
    library->referral = referral::loadKnowledge(paths.assets, library->anatomy, faults);
    library->care = care::loadGuide(paths.assets, library->anatomy, library->referral, faults);
    library->skin = skinOf(library->atlas);
    library->builder = std::make_shared<variants::BodyBuilder>(
        library->atlas, library->skin, variants::loadBuildTables(paths.assets, faults));
    mapCautions(*library);
    readyForPoses(*library);
    return withBuild(library, build);
}

core::Result<std::shared_ptr<const Library>>
withBuild(const std::shared_ptr<const Library>& library, const variants::Build& build)
{
    if (build == library->build)
        return library;
    if (!library->builder)
        return core::Error{tr("this body cannot be changed: it was loaded without anatomy/builds")};
    auto other = std::make_shared<Library>(*library);
    other->build = build;
    other->atlas = library->builder->make(build);
    if (!other->atlas)
        return core::Error{tr(
            "the tables in anatomy/builds give this build an impossible body; correct the figures "
            "in its file, or leave out --body, --height and --build")};
    other->skin = build.asMeasured() ? library->builder->measuredSkin() : skinOf(other->atlas);
    mapCautions(*other);
    readyForPoses(*other);
    return std::shared_ptr<const Library>(std::move(other));
}

} // namespace knotmap::app
