#include "app/shell/turntable_saver.h"

#include "app/model/turntable.h"
#include "app/print/labelled_picture.h"
#include "engine/image/image.h"
#include "engine/words/tr.h"

#include <fmt/format.h>

namespace knotmap::app {

void TurntableSaver::start(const AppState& state, const TurntableRequest& request)
{
    m_work = Work{request, state.scene, state.view.labels};
    m_work->scene.pulse.reset();
}

core::Result<std::string> TurntableSaver::step(render::Renderer& renderer)
{
    Work& work = *m_work;
    const PictureRequest& asked = work.request.picture;
    const int frames = work.request.frames;
    const auto file = turntableFile(asked.file, work.next, frames);
    auto picture = renderer.renderImage(work.scene, asked.width, asked.height);
    core::Outcome error = picture ? core::Outcome() : core::Outcome(picture.error());
    if (!error) {
        labelPicture(*picture, renderer, work.scene, work.labels);
        error = image::writePng(*picture, file);
    }
    if (error) {
        stop();
        return *error;
    }
    if (work.next == frames) {
        std::string saved =
            trf("Saved {} to {}", turntableFile(asked.file, 1, frames).string(),
                        file.filename().string());
        stop();
        return saved;
    }
    const int done = work.next++;
    scene::orbit(work.scene.camera, 360.0F / static_cast<float>(frames), 0);
    return trf("Saved picture {} of {}; press Esc to stop", done, frames);
}

} // namespace knotmap::app
