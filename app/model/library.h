#pragma once

#include "app/model/caution_map.h"
#include "engine/anatomy/catalogue.h"
#include "engine/body/atlas.h"
#include "engine/body/coarse_skin.h"
#include "engine/body/pose.h"
#include "engine/care/guide.h"
#include "engine/core/paths.h"
#include "engine/core/result.h"
#include "engine/geometry/surface.h"
#include "engine/referral/knowledge.h"
#include "engine/variants/body_builder.h"

#include <memory>

namespace knotmap::app {

/// Everything the program knows, loaded once and never changed afterwards.
struct Library
{
    anatomy::Catalogue anatomy;
    referral::Knowledge referral;
    care::Guide care;
    std::shared_ptr<const body::Atlas> atlas;
    std::shared_ptr<const geometry::Surface> skin;
    std::shared_ptr<const body::CoarseSkin> coarseSkin; ///< of `atlas`
    std::shared_ptr<const body::Skeleton> skeleton;     ///< how `atlas` can be posed
    std::shared_ptr<const CautionMap> cautions; ///< where on `skin` care is needed; null: not known
    variants::Build build;                      ///< whose body `atlas` and `skin` are
    /// Makes the other bodies; shared by all libraries of one atlas.
    std::shared_ptr<variants::BodyBuilder> builder;
};

/// Reads the text data and maps the baked atlas. Faulty entries are left out and appended to
/// `faults`; an Error is returned only when nothing can be shown (no atlas, no assets).
core::Result<std::shared_ptr<const Library>>
loadLibrary(const core::Paths& paths, core::Faults& faults, const variants::Build& build = {});

/// The same knowledge of another body. Nothing is read again; an Error where the library has no
/// tables of builds.
core::Result<std::shared_ptr<const Library>>
withBuild(const std::shared_ptr<const Library>& library, const variants::Build& build);

/// The text data alone, for `check`, `list` and the bake: no atlas.
core::Result<Library> loadTexts(const core::Paths& paths, core::Faults& faults);

} // namespace knotmap::app
