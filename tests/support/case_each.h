#pragma once

#include <catch2/catch.hpp>
#include <functional>
#include <string>

namespace knotmap::testing {

/// Registers one test case for each of several items, so that ctest runs each as a short test of
/// its own. Define one at namespace scope, in place of TEST_CASE:
///
///     const testing::CaseEach kFiles(KNOTMAP_HERE, files(), nameOf, [](const File& file) { ... });
///
/// `nameOf(item)` returns the name of the case, without commas; `body(item)` is the case.
class CaseEach
{
public:
    template <class Items, class NameOf, class Body>
    CaseEach(const Catch::SourceLineInfo& line, const Items& items, NameOf nameOf, Body body)
    {
        for (const auto& item : items) {
            const std::string name = nameOf(item);
            // Catch2 owns the invoker from here on.
            const Catch::AutoReg registered(new Invoker([item, body] { body(item); }), line, "",
                                            {name, ""});
        }
    }

private:
    class Invoker : public Catch::ITestInvoker
    {
    public:
        explicit Invoker(std::function<void()> body) : m_body(std::move(body)) {}
        void invoke() const override { m_body(); }

    private:
        std::function<void()> m_body;
    };
};

} // namespace knotmap::testing

/// Location of a CaseEach definition, for Catch2's reports.
#define KNOTMAP_HERE (Catch::SourceLineInfo{__FILE__, static_cast<std::size_t>(__LINE__)})
