#include "engine/core/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace knotmap::core {

void parallelFor(std::size_t count, const std::function<void(std::size_t)>& task)
{
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failing;
    const auto work = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++)
                task(i);
        } catch (...) {
            next = count;
            const std::lock_guard<std::mutex> lock(failing);
            failure = std::current_exception();
        }
    };
    const std::size_t threads =
        std::min<std::size_t>(count, std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::thread> others;
    try {
        others.reserve(threads);
        for (std::size_t i = 1; i < threads; ++i)
            others.emplace_back(work);
    } catch (const std::exception&) {
        // If no further thread can be started, the existing ones do its work.
    }
    work();
    for (std::thread& other : others)
        other.join();
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace knotmap::core
