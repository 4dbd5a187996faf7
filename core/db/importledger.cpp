// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/importledger.h"

#include <array>

namespace clientele::importledger {

using namespace Qt::StringLiterals;

namespace {

const auto columns = u"id, machine, plan, progress, rows_done, started_at"_s;

Entry entryOf(const Row& row)
{
    return {.id = row.text(0),
            .machine = row.text(1),
            .plan = row.text(2),
            .progress = row.text(3),
            .rows = row.integer(4),
            .startedAt = {row.integer(5)}};
}

} // namespace

Result<> add(Session& session, const Entry& entry)
{
    const auto added = session.executeWrite(
        u"INSERT INTO clientele_import (%1) VALUES ($1, $2, $3, $4, $5, $6)"_s.arg(columns),
        std::array{Value(entry.id), Value(entry.machine), Value(entry.plan), Value(entry.progress),
                   Value(entry.rows), Value(entry.startedAt.microseconds)});
    return added ? Result<>() : added.error();
}

Result<> advance(Session& session, const Entry& entry, qint64 before)
{
    const auto advanced = session.executeWrite(
        u"UPDATE clientele_import SET progress = $1, rows_done = $2"
        " WHERE id = $3 AND rows_done = $4"_s,
        std::array{Value(entry.progress), Value(entry.rows), Value(entry.id), Value(before)});
    if (!advanced)
        return advanced.error();
    if (advanced->affected() == 1)
        return {};
    return Error{.kind = ErrorKind::Conflict,
                 .message = u"This import was continued or given up elsewhere."_s,
                 .code = u"import.elsewhere"_s};
}

Result<> remove(Session& session, const QString& id)
{
    const auto removed = session.executeWrite(u"DELETE FROM clientele_import WHERE id = $1"_s,
                                              std::array{Value(id)});
    return removed ? Result<>() : removed.error();
}

Result<std::optional<Entry>> find(Session& session, const QString& id)
{
    const auto rows = session.execute(
        u"SELECT %1 FROM clientele_import WHERE id = $1"_s.arg(columns), std::array{Value(id)});
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? std::nullopt : std::optional(entryOf(rows->at(0)));
}

Result<std::vector<Entry>> list(Session& session, const QString& machine)
{
    const auto rows = session.execute(u"SELECT %1 FROM clientele_import WHERE machine = $1"
                                      " ORDER BY started_at, id"_s.arg(columns),
                                      std::array{Value(machine)});
    if (!rows)
        return rows.error();
    std::vector<Entry> entries;
    for (int i = 0; i < rows->count(); ++i)
        entries.push_back(entryOf(rows->at(i)));
    return entries;
}

} // namespace clientele::importledger
