// The getters of Table that read lists and nested tables.
#include "engine/data/table.h"
#include "engine/data/table_state.h"
#include "engine/words/tr.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace knotmap::data {
namespace {

/// The rows, or none if any is empty because of faults: callers rely on the length of each.
std::vector<std::vector<float>> withoutFaulty(std::vector<std::vector<float>> rows)
{
    for (const std::vector<float>& row : rows)
        if (row.empty())
            return {};
    return rows;
}

} // namespace

std::vector<std::string> Table::texts(std::string_view key, Need need) const
{
    std::vector<std::string> values;
    const toml::node* node = find(key, need);
    if (node == nullptr)
        return values;
    const auto* list = node->as_array();
    if (list == nullptr) {
        faultAt(*node, expected(key, tr("a list of texts"), *node));
        return values;
    }
    for (const toml::node& item : *list) {
        std::string value = textOf(item, key);
        if (std::find(values.begin(), values.end(), value) != values.end() && !value.empty())
            faultAt(item, trf("'{}' holds '{}' twice", key, value));
        values.push_back(std::move(value));
    }
    return values;
}

std::vector<float> Table::numbersOf(const toml::node& node, std::string_view key,
                                    std::size_t width) const
{
    std::vector<float> values;
    const auto* list = node.as_array();
    if (list == nullptr || list->size() != width) {
        faultAt(node, trf("each point of '{}' must be a list of {} numbers", key, width));
        return values;
    }
    for (const toml::node& item : *list) {
        const auto value = item.value<double>();
        if (!item.is_number() || !value || !std::isfinite(*value)) {
            faultAt(item, trf("'{}' must hold numbers in millimetres", key));
            return {};
        }
        if (std::abs(*value) > kFarthestMm) {
            faultAt(item, trf("'{}' holds {}; no figure of a body lies beyond {} mm", key, *value,
                              kFarthestMm));
            return {};
        }
        values.push_back(static_cast<float>(*value));
    }
    return values;
}

std::vector<int> Table::integers(std::string_view key, Need need) const
{
    std::vector<int> values;
    const toml::node* node = find(key, need);
    if (node == nullptr)
        return values;
    const auto take = [&](const toml::node& item) {
        const auto* value = item.as_integer();
        if (value == nullptr)
            faultAt(item, expected(key, tr("a whole number or a list of them"), item));
        else if (value->get() < -kLargestInteger || value->get() > kLargestInteger)
            faultAt(item, trf("'{}' is {}; it has at most 9 digits", key, value->get()));
        else
            values.push_back(static_cast<int>(value->get()));
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
        faultAt(*node, trf("'{}' must be [minimum, maximum], between {} and {}", key, low, high));
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
    faultAt(*node, trf("'{}' must be two shares of the length, such as [0.05, 0.9]", key));
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
        faultAt(*node, expected(key, tr("a list of lists"), *node));
        return lists;
    }
    for (const toml::node& item : *outer) {
        const auto* inner = item.as_array();
        if (inner == nullptr) {
            faultAt(item, expected(key, tr("a list of lists"), item));
            continue;
        }
        if (inner->empty()) {
            faultAt(item, trf("a list in '{}' is empty; fill it in or leave it out", key));
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
    if (first == nullptr || first->empty()) {
        faultAt(*node, expected(key, tr("a list of rows of numbers"), *node));
        return rows;
    }
    for (const toml::node& row : *list)
        rows.push_back(numbersOf(row, key, first->size()));
    return withoutFaulty(std::move(rows));
}

std::vector<std::vector<float>> Table::points(std::string_view key, std::size_t width) const
{
    std::vector<std::vector<float>> result;
    const toml::node* node = find(key, Need::Required);
    if (node == nullptr)
        return result;
    const auto* list = node->as_array();
    if (list == nullptr) {
        faultAt(*node, expected(key, tr("a list of points"), *node));
        return result;
    }
    for (const toml::node& item : *list)
        result.push_back(numbersOf(item, key, width));
    return withoutFaulty(std::move(result));
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
        faultAt(*node, expected(key, tr("a list of rows"), *node));
        return rows;
    }
    for (const toml::node& item : *list) {
        const auto* row = item.as_array();
        if (row == nullptr || (!rows.empty() && row->size() != rows.front().size())) {
            faultAt(item,
                    trf("every row of '{}' must be a list with the same number of points", key));
            return {};
        }
        std::vector<std::vector<float>> points;
        for (const toml::node& point : *row)
            points.push_back(numbersOf(point, key, width));
        rows.push_back(std::move(points));
    }
    return m_state->valid ? rows : std::vector<std::vector<std::vector<float>>>();
}

std::vector<Table> Table::tables(std::string_view key) const
{
    std::vector<Table> result;
    const toml::node* node = find(key, Need::Optional);
    if (node == nullptr)
        return result;
    const auto* list = node->as_array();
    if (list == nullptr) {
        faultAt(*node, trf("'{}' must be written as [[{}]]", key, key));
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
        faultAt(*node, trf("'{}' must be a list with at least one entry", key));
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

} // namespace knotmap::data
