#include "engine/data/document.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <set>
#include <sstream>
#include <toml++/toml.h>

namespace knotmap::data {

struct Table::State
{
    std::shared_ptr<toml::table> root; ///< keeps `table` alive
    const toml::table* table = nullptr;
    std::string file;
    core::Faults* faults = nullptr;
    bool sound = true;
    std::set<std::string, std::less<>> asked;
};

namespace {

std::string readAll(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

bool isId(std::string_view text)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), allowed) && text.front() != '-' &&
           text.back() != '-' && text.find("--") == std::string_view::npos;
}

bool isBlank(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\t'; });
}

std::string_view typeName(const toml::node& node)
{
    switch (node.type()) {
    case toml::node_type::string:
        return "a text";
    case toml::node_type::integer:
    case toml::node_type::floating_point:
        return "a number";
    case toml::node_type::boolean:
        return "true or false";
    case toml::node_type::array:
        return "a list";
    case toml::node_type::table:
        return "a table";
    default:
        return "something else";
    }
}

std::string expected(std::string_view key, std::string_view what, const toml::node& node)
{
    return fmt::format("'{}' must be {}, and is {}", key, what, typeName(node));
}

} // namespace

std::optional<Document> Document::read(const std::filesystem::path& path, std::string shownAs,
                                       core::Faults& faults)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error) {
        faults.push_back({shownAs, 0, 0, "cannot be read: " + error.message()});
        return std::nullopt;
    }
    if (size > kLargestFile) {
        faults.push_back({shownAs, 0, 0,
                          fmt::format("is {} bytes; a data file may have {}", size, kLargestFile)});
        return std::nullopt;
    }
    try {
        Document document;
        document.m_table = std::make_shared<toml::table>(toml::parse(readAll(path), shownAs));
        document.m_file = std::move(shownAs);
        document.m_faults = &faults;
        return document;
    } catch (const toml::parse_error& problem) {
        const auto& place = problem.source().begin;
        faults.push_back({shownAs, static_cast<int>(place.line), static_cast<int>(place.column),
                          fmt::format("not valid TOML: {}", problem.description())});
        return std::nullopt;
    }
}

Table Document::root() const
{
    auto state = std::make_shared<Table::State>();
    state->root = m_table;
    state->table = m_table.get();
    state->file = m_file;
    state->faults = m_faults;
    return Table(state);
}

Table Table::child(const toml::table& table) const
{
    auto state = std::make_shared<State>();
    state->root = m_state->root;
    state->table = &table;
    state->file = m_state->file;
    state->faults = m_state->faults;
    return Table(state);
}

const toml::node* Table::find(std::string_view key, Need need) const
{
    m_state->asked.emplace(key);
    const toml::node* node = m_state->table->get(key);
    if (node == nullptr && need == Need::Required)
        fault(key, fmt::format("'{}' is missing", key));
    return node;
}

void Table::faultAt(const toml::node& node, std::string message) const
{
    m_state->sound = false;
    const auto& place = node.source().begin;
    m_state->faults->push_back({m_state->file, static_cast<int>(place.line),
                                static_cast<int>(place.column), std::move(message)});
}

void Table::fault(std::string_view key, std::string message) const
{
    const toml::node* node = m_state->table->get(key);
    faultAt(node != nullptr ? *node : static_cast<const toml::node&>(*m_state->table),
            std::move(message));
}

std::string Table::textOf(const toml::node& node, std::string_view key) const
{
    const auto* value = node.as_string();
    if (value == nullptr) {
        faultAt(node, expected(key, "a text", node));
        return {};
    }
    if (isBlank(value->get()))
        faultAt(node, fmt::format("'{}' is empty; write it or leave the key out", key));
    else if (value->get().size() > kLongestText)
        faultAt(node, fmt::format("'{}' has {} bytes; a text may have {}", key, value->get().size(),
                                  kLongestText));
    else
        return value->get();
    return {};
}

std::string Table::text(std::string_view key, Need need) const
{
    const toml::node* node = find(key, need);
    return node == nullptr ? std::string() : textOf(*node, key);
}

std::string Table::id(std::string_view key, Need need) const
{
    std::string value = text(key, need);
    if (!value.empty() && !isId(value)) {
        fault(key,
              fmt::format("'{}' is not an id: use lower-case letters, digits and hyphens", value));
        value.clear();
    }
    return value;
}

std::vector<std::string> Table::texts(std::string_view key, Need need) const
{
    std::vector<std::string> values;
    const toml::node* node = find(key, need);
    if (node == nullptr)
        return values;
    const auto* list = node->as_array();
    if (list == nullptr) {
        faultAt(*node, expected(key, "a list of texts", *node));
        return values;
    }
    for (const toml::node& item : *list) {
        std::string value = textOf(item, key);
        if (std::find(values.begin(), values.end(), value) != values.end() && !value.empty())
            faultAt(item, fmt::format("'{}' holds '{}' twice", key, value));
        values.push_back(std::move(value));
    }
    return values;
}

double Table::number(std::string_view key, double low, double high, Need need) const
{
    const toml::node* node = find(key, need);
    if (node == nullptr)
        return 0;
    const auto value = node->value<double>();
    if (!value || !node->is_number()) {
        faultAt(*node, expected(key, "a number", *node));
        return 0;
    }
    if (!(*value >= low && *value <= high)) {
        faultAt(*node,
                fmt::format("'{}' is {}; it must lie between {} and {}", key, *value, low, high));
        return 0;
    }
    return *value;
}

int Table::integer(std::string_view key, int low, int high, Need need) const
{
    const double value = number(key, low, high, need);
    if (value != std::floor(value))
        fault(key, fmt::format("'{}' must be a whole number", key));
    return static_cast<int>(value);
}

bool Table::flag(std::string_view key, bool whenAbsent) const
{
    const toml::node* node = find(key, Need::Optional);
    if (node == nullptr)
        return whenAbsent;
    const auto* value = node->as_boolean();
    if (value == nullptr) {
        faultAt(*node, expected(key, "true or false", *node));
        return whenAbsent;
    }
    return value->get();
}

std::vector<float> Table::numbersOf(const toml::node& node, std::string_view key,
                                    std::size_t width) const
{
    std::vector<float> values;
    const auto* list = node.as_array();
    if (list == nullptr || list->size() != width) {
        faultAt(node, fmt::format("each point of '{}' must be a list of {} numbers", key, width));
        return values;
    }
    for (const toml::node& item : *list) {
        const auto value = item.value<double>();
        if (!item.is_number() || !value || !std::isfinite(*value) || std::abs(*value) > 1e5) {
            faultAt(item, fmt::format("'{}' must hold numbers in millimetres", key));
            return {};
        }
        values.push_back(static_cast<float>(*value));
    }
    return values;
}

glm::vec3 Table::vector3(std::string_view key, Need need) const
{
    const toml::node* node = find(key, need);
    if (node == nullptr)
        return glm::vec3(0);
    const std::vector<float> values = numbersOf(*node, key, 3);
    return values.size() == 3 ? glm::vec3(values[0], values[1], values[2]) : glm::vec3(0);
}

std::vector<int> Table::integers(std::string_view key, Need need) const
{
    std::vector<int> values;
    const toml::node* node = find(key, need);
    if (node == nullptr)
        return values;
    const auto take = [&](const toml::node& item) {
        if (const auto* value = item.as_integer())
            values.push_back(static_cast<int>(value->get()));
        else
            faultAt(item, expected(key, "a whole number or a list of them", item));
    };
    if (const auto* list = node->as_array())
        for (const toml::node& item : *list)
            take(item);
    else
        take(*node);
    return values;
}

std::vector<int> Table::range(std::string_view key, int low, int high) const
{
    const toml::node* node = find(key, Need::Required);
    if (node == nullptr)
        return {};
    std::vector<int> values = integers(key);
    const bool right =
        values.size() == 2 && values[0] >= low && values[1] <= high && values[0] <= values[1];
    if (!right) {
        faultAt(*node, fmt::format("'{}' must be [least, most] between {} and {}", key, low, high));
        return {};
    }
    return values;
}

std::vector<float> Table::shares(std::string_view key) const
{
    const toml::node* node = find(key, Need::Required);
    if (node == nullptr)
        return {};
    std::vector<float> values = numbersOf(*node, key, 2);
    if (values.size() == 2 && values[0] >= 0 && values[1] <= 1 && values[0] <= values[1])
        return values;
    faultAt(*node, fmt::format("'{}' must be two shares of the way, such as [0.05, 0.9]", key));
    return {};
}

std::vector<std::vector<std::string>> Table::textLists(std::string_view key) const
{
    std::vector<std::vector<std::string>> lists;
    const toml::node* node = find(key, Need::Required);
    if (node == nullptr)
        return lists;
    const auto* outer = node->as_array();
    if (outer == nullptr) {
        faultAt(*node, expected(key, "a list of lists", *node));
        return lists;
    }
    for (const toml::node& item : *outer) {
        const auto* inner = item.as_array();
        if (inner == nullptr) {
            faultAt(item, expected(key, "a list of lists", item));
            continue;
        }
        std::vector<std::string> list;
        for (const toml::node& entry : *inner)
            list.push_back(textOf(entry, key));
        lists.push_back(std::move(list));
    }
    return lists;
}

std::vector<std::vector<float>> Table::numberRows(std::string_view key) const
{
    std::vector<std::vector<float>> rows;
    const toml::node* node = find(key, Need::Required);
    if (node == nullptr)
        return rows;
    const auto* list = node->as_array();
    const auto* first = list != nullptr && !list->empty() ? list->front().as_array() : nullptr;
    if (first == nullptr) {
        faultAt(*node, expected(key, "a list of rows", *node));
        return rows;
    }
    for (const toml::node& row : *list)
        rows.push_back(numbersOf(row, key, first->size()));
    return rows;
}

std::vector<std::vector<float>> Table::points(std::string_view key, std::size_t width) const
{
    std::vector<std::vector<float>> result;
    const toml::node* node = find(key, Need::Required);
    if (node == nullptr)
        return result;
    const auto* list = node->as_array();
    if (list == nullptr) {
        faultAt(*node, expected(key, "a list of points", *node));
        return result;
    }
    for (const toml::node& item : *list)
        result.push_back(numbersOf(item, key, width));
    return result;
}

std::vector<std::vector<std::vector<float>>> Table::grid(std::string_view key,
                                                         std::size_t width) const
{
    std::vector<std::vector<std::vector<float>>> rows;
    const toml::node* node = find(key, Need::Required);
    if (node == nullptr)
        return rows;
    const auto* list = node->as_array();
    if (list == nullptr) {
        faultAt(*node, expected(key, "a list of rows", *node));
        return rows;
    }
    for (const toml::node& item : *list) {
        const auto* row = item.as_array();
        if (row == nullptr || (!rows.empty() && row->size() != rows.front().size())) {
            faultAt(item,
                    fmt::format("every row of '{}' must be a list of equally many points", key));
            return {};
        }
        std::vector<std::vector<float>> points;
        for (const toml::node& point : *row)
            points.push_back(numbersOf(point, key, width));
        rows.push_back(std::move(points));
    }
    return m_state->sound ? rows : std::vector<std::vector<std::vector<float>>>();
}

std::vector<Table> Table::tables(std::string_view key) const
{
    std::vector<Table> result;
    const toml::node* node = find(key, Need::Optional);
    if (node == nullptr)
        return result;
    const auto* list = node->as_array();
    if (list == nullptr) {
        faultAt(*node, fmt::format("'{}' must be written as [[{}]]", key, key));
        return result;
    }
    for (const toml::node& item : *list) {
        if (const auto* table = item.as_table())
            result.push_back(child(*table));
        else
            faultAt(item, expected(key, "a table", item));
    }
    return result;
}

std::optional<Table> Table::table(std::string_view key, Need need) const
{
    const toml::node* node = find(key, need);
    if (node == nullptr)
        return std::nullopt;
    if (const auto* table = node->as_table())
        return child(*table);
    faultAt(*node, expected(key, "a table", *node));
    return std::nullopt;
}

std::vector<std::pair<std::string, Table>> Table::children() const
{
    std::vector<std::pair<std::string, Table>> result;
    for (const auto& [key, node] : *m_state->table) {
        m_state->asked.emplace(key.str());
        if (const auto* table = node.as_table())
            result.emplace_back(std::string(key.str()), child(*table));
        else
            faultAt(node, expected(key.str(), "a table", node));
    }
    std::stable_sort(result.begin(), result.end(), [](const auto& a, const auto& b) {
        return a.second.line() < b.second.line();
    });
    return result;
}

std::vector<std::pair<std::string, std::optional<Table>>>
Table::textsOrTables(std::string_view key) const
{
    std::vector<std::pair<std::string, std::optional<Table>>> result;
    const toml::node* node = find(key, Need::Required);
    if (node == nullptr)
        return result;
    const auto* list = node->as_array();
    if (list == nullptr || list->empty()) {
        faultAt(*node, fmt::format("'{}' must be a list with at least one entry", key));
        return result;
    }
    for (const toml::node& item : *list) {
        if (const auto* table = item.as_table())
            result.emplace_back(std::string(), child(*table));
        else
            result.emplace_back(textOf(item, key), std::nullopt);
    }
    return result;
}

bool Table::has(std::string_view key) const
{
    return m_state->table->get(key) != nullptr;
}

void Table::rejectOthers() const
{
    for (const auto& [key, node] : *m_state->table)
        if (m_state->asked.find(key.str()) == m_state->asked.end())
            faultAt(node, fmt::format("'{}' is not a key known here; see docs/data-format.md",
                                      key.str()));
}

bool Table::sound() const
{
    return m_state->sound;
}
std::string Table::file() const
{
    return m_state->file;
}

int Table::line() const
{
    return static_cast<int>(m_state->table->source().begin.line);
}
int Table::column() const
{
    return static_cast<int>(m_state->table->source().begin.column);
}

std::vector<std::filesystem::path> listDocuments(const std::filesystem::path& folder,
                                                 const std::string& shownAs, core::Faults& faults)
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".toml")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    if (files.empty())
        faults.push_back({shownAs, 0, 0, "the folder is missing or holds no .toml file"});
    return files;
}

} // namespace knotmap::data
