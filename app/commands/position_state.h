#pragma once

#include "app/commands/document.h"
#include "engine/posture/weight.h"

#include <cstdint>
#include <future>
#include <memory>

namespace knotmap::app {

/// A position that a worker solves beside the window.
struct PositionWork
{
    struct Result
    {
        std::shared_ptr<const posture::SolvedPosition> solved; ///< null: the point has none
        std::shared_ptr<const posture::WeightSplit> weight;
    };
    std::shared_ptr<const Library> library; ///< whose body it is, kept alive for the worker
    std::uint32_t point = 0;                ///< into Document::points
    std::future<Result> result;
};

/// The position of the selected point, once it was asked for.
struct PositionState
{
    std::shared_ptr<const posture::SolvedPosition> solved;
    std::shared_ptr<const posture::WeightSplit> weight; ///< of `solved`
    std::shared_ptr<PositionWork> work;                 ///< null: none under way
    bool keepView = false; ///< the camera stays when the body takes the position

    /// Forgets what was solved for another point or body; a worker goes on, its result is dropped.
    void forget()
    {
        solved.reset();
        weight.reset();
    }
};

} // namespace knotmap::app
