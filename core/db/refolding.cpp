// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/refolding.h"

#include "core/db/transaction.h"
#include "core/domain/searchtext.h"

#include <algorithm>
#include <array>
#include <limits>

namespace clientele::refolding {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 batch = 1000;

Result<> refold(Session& session, const Row& row)
{
    const QString text = searchText(row.text(1), row.text(2), row.optionalText(3));
    // Edits append a line break where the text stays the same, so that no trigger takes them for
    // another program's.
    if (row.text(4) == text || row.text(4) == text + u'\n')
        return {};
    const auto written =
        session.executeWrite(u"UPDATE customer SET search_text = $1 WHERE id = $2"_s,
                             std::array{Value(text), Value(row.integer(0))});
    return written ? Result<>() : written.error();
}

/// How many were listed, at most @p limit of them.
Result<qint64> refoldSome(Session& session, qint64 limit)
{
    const auto rows =
        session.execute(u"SELECT u.id, c.name, c.email, c.phone, c.search_text, c.id IS NOT NULL"
                        " FROM customer_unfolded u LEFT JOIN customer c ON c.id = u.id"
                        " ORDER BY u.id LIMIT $1"_s,
                        std::array{Value(limit)});
    if (!rows || rows->isEmpty())
        return rows ? Result<qint64>(0) : rows.error();
    for (int i = 0; i < rows->count(); ++i) {
        const bool exists = rows->at(i).boolean(5);
        if (auto done = exists ? refold(session, rows->at(i)) : Result<>(); !done)
            return done.error();
    }
    const auto last = rows->at(rows->count() - 1).integer(0);
    const auto cleared = session.executeWrite(u"DELETE FROM customer_unfolded WHERE id <= $1"_s,
                                              std::array{Value(last)});
    return cleared ? Result<qint64>(rows->count()) : cleared.error();
}

} // namespace

Result<> run(Session& session, qint64 limit)
{
    while (limit > 0) {
        const auto listed =
            session.execute(u"SELECT EXISTS (SELECT 1 FROM customer_unfolded)"_s); // no lock
        if (!listed)
            return listed.error();
        if (!listed->at(0).boolean(0))
            return {};
        const auto done =
            inTransaction(session, [&] { return refoldSome(session, std::min(limit, batch)); });
        if (!done)
            return done.error();
        limit -= std::max<qint64>(*done, 1);
    }
    return {};
}

Result<> runAll(Session& session)
{
    const auto there = session.execute(
        u"SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'customer_unfolded')"_s);
    if (!there)
        return there.error();
    return there->at(0).boolean(0) ? run(session, std::numeric_limits<qint64>::max()) : Result<>();
}

} // namespace clientele::refolding
