// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqlitestatement.h"

#include "core/db/textcheck.h"
#include "core/db/utf8.h"

#include <sqlite3.h>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// 3 for "$3". 0 for anything else: it never gets a value.
size_t numberOf(const char* placeholder)
{
    bool ok = false;
    const QByteArray name(placeholder);
    const size_t number = name.startsWith('$') ? name.mid(1).toULong(&ok) : 0;
    return ok ? number : 0;
}

} // namespace

void SqliteStatement::Finalize::operator()(sqlite3_stmt* handle) const
{
    sqlite3_finalize(handle);
}

int SqliteStatement::compile(sqlite3* connection, const char*& sql, Use use,
                             SqliteStatement& compiled)
{
    sqlite3_stmt* handle = nullptr;
    const unsigned flags = use == Use::Often ? SQLITE_PREPARE_PERSISTENT : 0;
    const int code = sqlite3_prepare_v3(connection, sql, -1, flags, &handle, &sql);
    compiled = {};
    compiled.m_handle.reset(handle);
    // To SQLite "$1" is a name, and its parser knows one from the same letters in a text.
    const int places = handle ? sqlite3_bind_parameter_count(handle) : 0;
    for (int place = 1; place <= places; ++place)
        compiled.m_numbers.push_back(numberOf(sqlite3_bind_parameter_name(handle, place)));
    return code;
}

Result<> SqliteStatement::bind(std::span<const Value> parameters)
{
    m_texts.reserve(m_numbers.size()); // so that what is bound stays where it is
    int place = 0;
    for (const size_t number : m_numbers) {
        if (number < 1 || number > parameters.size()) {
            return Error{.kind = ErrorKind::Internal,
                         .message = u"A statement has a placeholder without a parameter."_s};
        }
        const Value& value = parameters[number - 1];
        const auto* text = std::get_if<QString>(&value);
        if (auto fault = text ? refuseUnstorable(*text) : std::nullopt)
            return *fault;
        if (bindOne(++place, value) != SQLITE_OK) {
            return Error{.kind = ErrorKind::ConstraintViolated,
                         .message = u"A value is larger than SQLite can store."_s};
        }
    }
    return {};
}

int SqliteStatement::bindOne(int place, const Value& value)
{
    sqlite3_stmt* handle = m_handle.get();
    if (const auto* truth = std::get_if<bool>(&value))
        return sqlite3_bind_int(handle, place, *truth ? 1 : 0);
    if (const auto* number = std::get_if<qint64>(&value))
        return sqlite3_bind_int64(handle, place, *number);
    if (const auto* real = std::get_if<double>(&value))
        return sqlite3_bind_double(handle, place, *real);
    if (const auto* text = std::get_if<QString>(&value)) {
        // UTF-8 is what SQLite stores; Qt converts it several times as fast.
        const QByteArray& bytes = m_texts.emplace_back(text->toUtf8());
        return sqlite3_bind_text64(handle, place, bytes.constData(),
                                   static_cast<sqlite3_uint64>(bytes.size()), SQLITE_STATIC,
                                   SQLITE_UTF8);
    }
    if (const auto* bytes = std::get_if<QByteArray>(&value)) {
        // Not null where it is empty: that would bind NULL.
        return sqlite3_bind_blob64(handle, place, bytes->constData(),
                                   static_cast<sqlite3_uint64>(bytes->size()), SQLITE_STATIC);
    }
    return sqlite3_bind_null(handle, place);
}

int SqliteStatement::step()
{
    return sqlite3_step(m_handle.get());
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_handle.get());
    sqlite3_clear_bindings(m_handle.get());
    m_texts.clear();
}

int SqliteStatement::columns() const
{
    return sqlite3_column_count(m_handle.get());
}

Value SqliteStatement::value(int column) const
{
    sqlite3_stmt* handle = m_handle.get();
    switch (sqlite3_column_type(handle, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(handle, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(handle, column);
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle, column));
        return QByteArray(bytes, sqlite3_column_bytes(handle, column));
    }
    default: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle, column));
        return fromUtf8(QByteArrayView(text, sqlite3_column_bytes(handle, column)));
    }
    }
}

Cell SqliteStatement::cell(int column) const
{
    sqlite3_stmt* handle = m_handle.get();
    switch (sqlite3_column_type(handle, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return {.kind = Cell::Kind::Integer, .integer = sqlite3_column_int64(handle, column)};
    default: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle, column));
        const auto size = size_t(sqlite3_column_bytes(handle, column));
        // Not null where it is empty.
        return {.kind = Cell::Kind::Text, .text = text ? std::string_view(text, size) : ""};
    }
    }
}

} // namespace clientele
