#include "engine/data/table.h"

#include "engine/data/table_state.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace knotmap::data {

namespace {

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

const char* typeName(const toml::node& node)
{
    switch (node.type()) {
    case toml::node_type::string:
        return tr("a text");
    case toml::node_type::integer:
    case toml::node_type::floating_point:
        return tr("a number");
    case toml::node_type::boolean:
        return tr("true or false");
    case toml::node_type::array:
        return tr("a list");
    case toml::node_type::table:
        return tr("a table");
    default:
        return tr("something else");
    }
}

} // namespace

std::string expected(std::string_view key, std::string_view what, const toml::node& node)
{
    return trf("'{}' must be {}, but is {}", key, what, typeName(node));
}

Table Table::child(const toml::table& table) const
{
    auto state = std::make_shared<TableState>();
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
        fault(key, trf("'{}' is missing", key));
    return node;
}

void Table::faultAt(const toml::node& node, std::string message) const
{
    m_state->valid = false;
    const auto& location = node.source().begin;
    m_state->faults->push_back({m_state->file, static_cast<int>(location.line),
                                static_cast<int>(location.column), std::move(message)});
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
        faultAt(node, trf("'{}' is empty; fill it in or leave out the key", key));
    else if (value->get().size() > kLongestText)
        faultAt(node, trf("'{}' has {} bytes; a text may have at most {}", key, value->get().size(),
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
    if (value.size() > kLongestId) {
        fault(key,
              trf("'{}' has {} bytes; an id may have at most {}", key, value.size(), kLongestId));
        value.clear();
    } else if (!value.empty() && !isId(value)) {
        fault(key, trf("'{}' is not an id: use lower-case letters, digits and hyphens", value));
        value.clear();
    }
    return value;
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
        faultAt(*node, trf("'{}' is {}; it must lie between {} and {}", key, *value, low, high));
        return 0;
    }
    return *value;
}

int Table::integer(std::string_view key, int low, int high, Need need) const
{
    const double value = number(key, low, high, need);
    if (value != std::floor(value))
        fault(key, trf("'{}' must be a whole number", key));
    return static_cast<int>(value);
}

bool Table::flag(std::string_view key, bool whenAbsent) const
{
    const toml::node* node = find(key, Need::Optional);
    if (node == nullptr)
        return whenAbsent;
    const auto* value = node->as_boolean();
    if (value == nullptr) {
        faultAt(*node, expected(key, tr("true or false"), *node));
        return whenAbsent;
    }
    return value->get();
}

glm::vec3 Table::vector3(std::string_view key, Need need) const
{
    const toml::node* node = find(key, need);
    if (node == nullptr)
        return glm::vec3(0);
    const std::vector<float> values = numbersOf(*node, key, 3);
    return values.size() == 3 ? glm::vec3(values[0], values[1], values[2]) : glm::vec3(0);
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

bool Table::has(std::string_view key) const
{
    return m_state->table->get(key) != nullptr;
}

void Table::rejectUnknownKeys() const
{
    for (const auto& [key, node] : *m_state->table)
        if (m_state->asked.find(key.str()) == m_state->asked.end())
            faultAt(node, trf("'{}' is not a known key here; see docs/data-format.md", key.str()));
}

void Table::invalidate() const
{
    m_state->valid = false;
}

bool Table::valid() const
{
    return m_state->valid;
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

} // namespace knotmap::data
