// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqlitebulk.h"

#include "core/db/jsonrows.h"
#include "core/db/moments.h"
#include "core/domain/searchtext.h"

#include <array>
#include <tuple>
#include <utility>

namespace clientele {

using namespace Qt::StringLiterals;

/// Inserts what stands at @p places, which are six, of @p from.
QString SqliteBulk::insertion(const QStringList& places, const QString& from) const
{
    const QString now = moments::now(Engine::Sqlite);
    const bool folds = m_table.hasSearchText;
    return u"INSERT INTO customer (name, email, phone, is_active, created_at, updated_at"_s +
           (folds ? u", search_text) SELECT "_s : u") SELECT "_s) + places.first(4).join(u", "_s) +
           u", coalesce(%1, %2), %2"_s.arg(places[4], now) +
           (folds ? u", "_s + places.last() : QString()) + from +
           u" WHERE true ON CONFLICT DO NOTHING RETURNING id, email"_s;
}

std::vector<Value> SqliteBulk::valuesOf(const BulkRow& row) const
{
    const CustomerDraft& draft = *row.draft;
    std::vector<Value> values = {draft.name, draft.email, toValue(draft.phone), draft.isActive,
                                 draft.createdAt ? Value(moments::text(*draft.createdAt))
                                                 : Value()};
    if (m_table.hasSearchText)
        values.emplace_back(row.searchText ? *row.searchText
                                           : searchText(draft.name, draft.email, draft.phone));
    return values;
}

void SqliteBulk::learn()
{
    if (!std::exchange(m_learnt, true))
        std::ignore = m_session.execute(u"PRAGMA temp_store = FILE"_s);
}

// FTS5 writes out what it has gathered at the start of each statement inside a transaction: a
// statement a row leaves it a segment a row, to be merged again and again.
Result<BulkIds> SqliteBulk::insert(const BulkRows& rows)
{
    JsonRows values;
    for (const BulkRow& row : rows)
        values.append(valuesOf(row));
    QStringList places;
    for (int i = 0; i < 6; ++i)
        places += u"json_extract(value, '$[%1]')"_s.arg(i);
    const auto inserted = m_session.executeWrite(insertion(places, u" FROM json_each($1)"_s),
                                                 std::array{std::move(values).toValue()});
    if (!inserted)
        return inserted.error();
    return matchIds(rows, *inserted);
}

Result<std::optional<CustomerId>> SqliteBulk::insertOne(const BulkRow& row)
{
    const auto inserted = m_session.executeWrite(
        insertion({u"$1"_s, u"$2"_s, u"$3"_s, u"$4"_s, u"$5"_s, u"$6"_s}), valuesOf(row));
    if (!inserted)
        return inserted.error();
    return inserted->isEmpty() ? std::nullopt
                               : std::optional(CustomerId{inserted->at(0).integer(0)});
}

Result<> SqliteBulk::update(const Customer& wanted)
{
    const QString sql =
        u"UPDATE customer SET name = $1, phone = $2, is_active = $3, updated_at = %1%2"
        " WHERE id = $4"_s.arg(moments::now(Engine::Sqlite),
                               m_table.hasSearchText
                                   ? u", search_text = CASE WHEN search_text IS $5"
                                     " THEN $5 || char(10) ELSE $5 END"_s
                                   : QString());
    std::vector<Value> values = {wanted.name, toValue(wanted.phone), wanted.isActive,
                                 wanted.id.value};
    if (m_table.hasSearchText)
        values.emplace_back(searchText(wanted.name, wanted.email, wanted.phone));
    const auto updated = m_session.executeWrite(sql, values);
    return updated ? Result<>() : updated.error();
}

} // namespace clientele
