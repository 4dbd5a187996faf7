// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/postgrescells.h"

#include <QtEndian>

#include <limits>

namespace clientele {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view signature = "PGCOPY\n\377\r\n\0"sv;
constexpr qint64 microsecondsUntil2000 = 946'684'800'000'000;

template <class T>
T numberAt(std::string_view bytes, size_t place)
{
    return qFromBigEndian<T>(bytes.data() + place);
}

qint64 integer(std::string_view bytes)
{
    switch (bytes.size()) {
    case 8:
        return numberAt<qint64>(bytes, 0);
    case 4:
        return numberAt<qint32>(bytes, 0);
    case 2:
        return numberAt<qint16>(bytes, 0);
    default:
        return bytes.empty() ? 0 : bytes.front();
    }
}

} // namespace

Cell PostgresCells::decode(CellType type, std::string_view bytes)
{
    if (type == CellType::Text)
        return {.kind = Cell::Kind::Text, .text = bytes};
    qint64 number = integer(bytes);
    if (type == CellType::Moment) {
        // infinity is no moment.
        const bool finite = number != std::numeric_limits<qint64>::max() &&
                            number != std::numeric_limits<qint64>::min();
        if (!finite || __builtin_add_overflow(number, microsecondsUntil2000, &number))
            return {};
    }
    return {.kind = Cell::Kind::Integer, .integer = number};
}

PostgresCells::Copied PostgresCells::copy(std::string_view bytes, const Take& take)
{
    if (!m_rest.empty()) {
        m_rest += bytes;
        bytes = m_rest;
    }
    if (!m_begun) {
        const size_t header = signature.size() + 8;
        if (bytes.size() >= header) {
            if (!bytes.starts_with(signature))
                return Copied::Garbled;
            bytes.remove_prefix(header + numberAt<quint32>(bytes, signature.size() + 4));
            m_begun = true;
        }
    }
    while (m_begun && !m_ended && !bytes.empty()) {
        const size_t size = row(bytes);
        if (m_garbled)
            return Copied::Garbled;
        if (size == 0)
            break;
        bytes.remove_prefix(size);
        if (!m_ended && !take(m_cells))
            return Copied::Stopped;
    }
    m_rest = m_ended ? std::string() : std::string(bytes);
    return Copied::More;
}

/// Reads the row or the trailer at the start of @p bytes; the size of it, 0 where it is not whole.
size_t PostgresCells::row(std::string_view bytes)
{
    if (bytes.size() < 2)
        return 0;
    const auto columns = numberAt<qint16>(bytes, 0);
    m_ended = columns == -1;
    m_garbled = !m_ended && size_t(columns) != m_cells.size();
    size_t place = 2;
    for (size_t i = 0; !m_ended && !m_garbled && i < m_cells.size(); ++i) {
        if (bytes.size() < place + 4)
            return 0;
        const auto size = numberAt<qint32>(bytes, place);
        place += 4;
        m_cells[i] = {};
        if (size < 0)
            continue;
        if (bytes.size() < place + size_t(size))
            return 0;
        m_cells[i] = decode(m_types[i], bytes.substr(place, size_t(size)));
        place += size_t(size);
    }
    return place;
}

} // namespace clientele
