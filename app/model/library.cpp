#include "app/model/library.h"

#include "engine/body/atlas_file.h"

namespace knotmap::app {

core::Result<Library> loadTexts(const core::Paths& paths, core::Faults& faults) {
    if (paths.assets.empty())
        return core::Error{"no assets folder was found; 'knotmap paths' shows where it was looked "
                           "for, --assets names one"};
    Library library;
    library.anatomy = anatomy::loadCatalogue(paths.assets, faults);
    library.referral = referral::loadKnowledge(paths.assets, library.anatomy, faults);
    library.care = care::loadGuide(paths.assets, library.referral, faults);
    return library;
}

core::Result<std::shared_ptr<const Library>> loadLibrary(const core::Paths& paths,
                                                         core::Faults& faults) {
    if (paths.assets.empty())
        return core::Error{"no assets folder was found; 'knotmap paths' shows where it was looked "
                           "for, --assets names one"};
    if (paths.atlas.empty())
        return core::Error{"the baked body (body.atlas) was not found; build again, or bake it "
                           "with 'knotmap bake' and name it in KNOTMAP_ATLAS"};
    auto atlas = body::readAtlas(paths.atlas);
    if (!atlas)
        return atlas.error();
    auto library = std::make_shared<Library>();
    library->atlas = *atlas;
    library->anatomy = anatomy::loadCatalogue(paths.assets, library->atlas->structures, faults);
    library->referral = referral::loadKnowledge(paths.assets, library->anatomy, faults);
    library->care = care::loadGuide(paths.assets, library->referral, faults);
    // The skin lives in the atlas; the alias keeps the whole atlas alive for it.
    library->skin = std::make_shared<const geometry::Surface>(
        std::shared_ptr<const geometry::Mesh>(library->atlas, &library->atlas->skin.mesh));
    return std::shared_ptr<const Library>(std::move(library));
}

} // namespace knotmap::app
