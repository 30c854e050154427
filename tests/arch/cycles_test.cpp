// No two files depend on each other, however indirectly. A header and the source file of the same
// name count as one: what the source needs, its users need too when they are linked.

#include "tests/arch/include_graph.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace knotmap::testing;

namespace {

using Graph = std::map<std::string, std::set<std::string>>;

/// "engine/core/side.cpp" and "engine/core/side.h" -> "engine/core/side"
std::string unitOf(const std::string& file)
{
    return file.substr(0, file.rfind('.'));
}

Graph graphOf(const std::vector<Include>& includes)
{
    Graph graph;
    for (const Include& include : includes) {
        const std::string own = unitOf(include.file.generic_string()),
                          other = unitOf(include.header);
        const bool ours = isWithin(include.header, "engine") || isWithin(include.header, "app");
        if (ours && own != other)
            graph[own].insert(other);
    }
    return graph;
}

/// Depth-first search; a node met again while still on the path closes a cycle.
class CycleSearch
{
public:
    explicit CycleSearch(const Graph& graph) : m_graph(graph)
    {
        for (const auto& [unit, others] : graph)
            visit(unit);
    }
    const std::vector<std::string>& cycles() const { return m_cycles; }

private:
    void visit(const std::string& unit)
    {
        const auto onPath = std::find(m_path.begin(), m_path.end(), unit);
        if (onPath != m_path.end()) {
            std::string cycle;
            for (auto at = onPath; at != m_path.end(); ++at)
                cycle += *at + " -> ";
            m_cycles.push_back(cycle + unit);
        }
        if (!m_done.insert(unit).second)
            return;
        m_path.push_back(unit);
        if (const auto others = m_graph.find(unit); others != m_graph.end())
            for (const std::string& other : others->second)
                visit(other);
        m_path.pop_back();
    }

    const Graph& m_graph;
    std::set<std::string> m_done;
    std::vector<std::string> m_path, m_cycles;
};

Include line(const char* file, const char* header)
{
    return {file, 1, header};
}

} // namespace

TEST_CASE("a cycle of any length is found, and a diamond is not one")
{
    const Graph round =
        graphOf({line("engine/a/x.h", "engine/a/y.h"), line("engine/a/y.cpp", "engine/a/z.h"),
                 line("engine/a/z.cpp", "engine/a/x.h")});
    const CycleSearch longSearch(round);
    CHECK(longSearch.cycles() ==
          std::vector<std::string>{"engine/a/x -> engine/a/y -> engine/a/z -> engine/a/x"});
    const Graph diamond =
        graphOf({line("engine/a/x.h", "engine/a/y.h"), line("engine/a/x.h", "engine/a/z.h"),
                 line("engine/a/y.h", "engine/a/w.h"), line("engine/a/z.h", "engine/a/w.h"),
                 line("engine/a/w.cpp", "engine/a/w.h")});
    const CycleSearch diamondSearch(diamond);
    CHECK(diamondSearch.cycles().empty());
}

TEST_CASE("no two files include each other, however indirectly")
{
    std::vector<Include> includes = includesBelow("engine");
    for (const Include& include : includesBelow("app"))
        includes.push_back(include);
    const Graph graph = graphOf(includes);
    REQUIRE(graph.size() > 200);
    const CycleSearch search(graph);
    for (const std::string& cycle : search.cycles()) {
        INFO(cycle);
        CHECK(false);
    }
}
