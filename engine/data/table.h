#pragma once

#include "engine/core/fault.h"

#include <filesystem>
#include <glm/vec3.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toml {
inline namespace v3 {
class node;
class table;
} // namespace v3
} // namespace toml

namespace knotmap::data {

struct TableState; // private to this module

/// Whether a key may be left out.
enum class Need
{
    Required,
    Optional
};

/// The longest text a data file may hold, in bytes: one line that fits a card.
inline constexpr std::size_t kLongestText = 1000;

/// The longest id, in bytes.
inline constexpr std::size_t kLongestId = 100;

/// Limit on coordinates and lengths, in millimetres: everything is about one body.
inline constexpr double kFarthestMm = 3000;

/// The largest integer of a list, such as an id of the Foundational Model of Anatomy.
inline constexpr int kLargestInteger = 999'999'999;

class Document;

/// A table of a TOML file. Every getter that finds a key missing, of the wrong type or out of range
/// adds a fault with its location and returns an empty value; `sound()` says whether any did.
class Table
{
public:
    std::string text(std::string_view key, Need need = Need::Required) const;
    std::vector<std::string> texts(std::string_view key, Need need = Need::Required) const;
    /// A number within [low, high].
    double number(std::string_view key, double low, double high, Need need = Need::Required) const;
    int integer(std::string_view key, int low, int high, Need need = Need::Required) const;
    bool flag(std::string_view key, bool whenAbsent) const;
    /// An id: lower-case letters, digits and single hyphens.
    std::string id(std::string_view key, Need need = Need::Required) const;
    glm::vec3 vector3(std::string_view key, Need need = Need::Required) const;
    /// One integer or a list of them, none beyond +-kLargestInteger.
    std::vector<int> integers(std::string_view key, Need need = Need::Required) const;
    /// Two integers, the second not below the first, both within [low, high].
    std::vector<int> range(std::string_view key, int low, int high) const;
    /// Two numbers from 0 to 1, the second not below the first.
    std::vector<float> shares(std::string_view key) const;
    /// A list of lists of non-empty strings.
    std::vector<std::vector<std::string>> textLists(std::string_view key) const;
    /// A list of rows with equally many numbers, at least one; empty if any row is faulty.
    std::vector<std::vector<float>> numberRows(std::string_view key) const;
    /// A list of points of `width` numbers each; empty if any point is faulty.
    std::vector<std::vector<float>> points(std::string_view key, std::size_t width) const;
    /// A list of rows of points of `width` numbers each.
    std::vector<std::vector<std::vector<float>>> grid(std::string_view key,
                                                      std::size_t width) const;
    /// [[key]]; empty when absent.
    std::vector<Table> tables(std::string_view key) const;
    std::optional<Table> table(std::string_view key, Need need = Need::Required) const;
    /// The sub-tables of this table with their names, in file order.
    std::vector<std::pair<std::string, Table>> children() const;
    /// The items of a list that may be strings or tables: (text, nothing) or ("", table).
    std::vector<std::pair<std::string, std::optional<Table>>>
    textsOrTables(std::string_view key) const;

    bool has(std::string_view key) const;
    /// Adds a fault at the key's location, or at the table's when the key is absent.
    void fault(std::string_view key, std::string message) const;
    /// Adds a fault for every key that no getter asked for: usually a misspelling.
    void rejectUnknownKeys() const;
    /// Marks the table unsound for a fault already reported, in a subtable or in an entry that it
    /// refers to.
    void invalidate() const;
    /// Whether no fault was found in this table so far.
    bool valid() const;

    std::string file() const;
    int line() const;
    int column() const;

private:
    friend class Document;
    explicit Table(std::shared_ptr<TableState> state) : m_state(std::move(state)) {}
    Table child(const toml::table& table) const;
    const toml::node* find(std::string_view key, Need need) const;
    void faultAt(const toml::node& node, std::string message) const;
    std::string textOf(const toml::node& node, std::string_view key) const;
    std::vector<float> numbersOf(const toml::node& node, std::string_view key,
                                 std::size_t width) const;

    std::shared_ptr<TableState> m_state;
};

} // namespace knotmap::data
