#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace knotmap::core {

/// What went wrong, for the user: what, where and how to fix it, in one line.
struct Error
{
    std::string message;
};

/// Either a value or an Error. Used where a caller can continue without the value.
template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return m_state.index() == 0; }

    T& value() { return std::get<0>(m_state); }
    const T& value() const { return std::get<0>(m_state); }
    const Error& error() const { return std::get<1>(m_state); }

    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

private:
    std::variant<T, Error> m_state;
};

/// The outcome of an action without a value: empty on success.
using Outcome = std::optional<Error>;

} // namespace knotmap::core
