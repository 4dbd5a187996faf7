// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <concepts>
#include <utility>
#include <variant>

namespace clientele {

/// What went wrong, as far as a program or a person has to act differently on it.
/// SQLSTATEs and SQLite's codes are mapped to these in one place (core/db/errors.h);
/// core/services/wording.h says each in a sentence.
enum class ErrorKind
{
    Cancelled,            ///< by the person, or because a newer request made it stale
    InvalidInput,         ///< refused before it reached a database
    NotFound,             ///< no such customer, profile or file
    Conflict,             ///< somebody else was quicker
    Duplicate,            ///< a unique rule: two customers with one e-mail address
    ConstraintViolated,   ///< any other rule of the table: not null, check, too long, foreign key
    ConnectionFailed,     ///< no server at that address, or it does not answer
    AuthenticationFailed, ///< wrong password or user
    DatabaseMissing,      ///< the server is there, the database is not
    ConnectionLost,       ///< it was there, and is not any more; nothing was changed
    OutcomeUnknown,       ///< lost in the middle of a commit: it may or may not have happened
    Timeout,              ///< took longer than it was allowed to
    PoolExhausted,        ///< every connection was in use for as long as one may wait
    Busy,                 ///< locked by another program
    Serialization,        ///< 40001 or 40P01: the transaction may be tried again
    PermissionDenied,     ///< this user may not
    ReadOnly,             ///< a read-only file, profile or standby server
    StorageFull,          ///< disk full or quota reached
    SchemaMissing,        ///< there is no customer table
    SchemaMismatch,       ///< there is one, but it is something else
    Unsupported,          ///< the engine does not have this
    File,                 ///< a file cannot be read or written
    Internal,             ///< a fault of ours
};

/// An error as a value. Text is plain and untranslated: the engine's words, a path, a column.
/// No secret is ever put into one.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message; ///< the engine's or our own words on why
    QString subject; ///< what it is about: a file, host:port, table or e-mail address; may be empty
    QString column;  ///< the column concerned, where known
    QString constraint; ///< the rule's name, where known
    QString code;       ///< SQLSTATE, SQLite's extended code, or a fault's machine code; for logs

    bool operator==(const Error&) const = default;
};

/// A value of T or an Error. `if (!result) return result.error();`
template <class T = std::monostate>
class [[nodiscard]] Result
{
public:
    Result() requires std::same_as<T, std::monostate> : m_state(std::in_place_index<0>) {}
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    /// Only where hasValue().
    T& value() & { return std::get<0>(m_state); }
    const T& value() const& { return std::get<0>(m_state); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    /// By value, so that `for (… : *answer())` does not read what is gone.
    T value() && { return std::get<0>(std::move(m_state)); }
    T operator*() && { return std::get<0>(std::move(m_state)); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    /// Only where !hasValue().
    [[nodiscard]] const Error& error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

} // namespace clientele
