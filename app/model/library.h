#pragma once

#include "app/model/caution_map.h"
#include "engine/anatomy/catalogue.h"
#include "engine/body/body_model.h"
#include "engine/care/guide.h"
#include "engine/core/paths.h"
#include "engine/core/result.h"
#include "engine/posture/body_chain.h"
#include "engine/referral/knowledge.h"
#include "engine/variants/body_builder.h"

#include <memory>

namespace knotmap::app {

/// Everything the program knows of a body, loaded once and immutable afterwards.
struct Library : body::BodyModel
{
    anatomy::Catalogue anatomy;
    referral::Knowledge referral;
    care::Guide care;
    std::shared_ptr<const CautionMap> cautions; ///< where on `skin` care is needed; null: not known
    variants::Build build;                      ///< whose body `atlas` and `skin` are
    /// Builds the other bodies; shared by all libraries of one atlas.
    std::shared_ptr<variants::BodyBuilder> builder;
};

/// The masses of its segments; refers to the library.
posture::BodyMasses massesOf(const Library& library);

/// Reads the text data and maps the baked atlas. Faulty entries are left out and appended to
/// `faults`; an Error is returned only if nothing can be shown (no atlas, no assets).
core::Result<std::shared_ptr<const Library>>
loadLibrary(const core::Paths& paths, core::Faults& faults, const variants::Build& build = {});

/// The same data for another body. Nothing is read again; an Error if the library has no tables of
/// builds.
core::Result<std::shared_ptr<const Library>>
withBuild(const std::shared_ptr<const Library>& library, const variants::Build& build);

/// The text data only, for `check`, `list` and the bake: no atlas.
core::Result<Library> loadTexts(const core::Paths& paths, core::Faults& faults);

} // namespace knotmap::app
