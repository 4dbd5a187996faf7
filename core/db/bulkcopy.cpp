// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/bulkcopy.h"

#include "core/db/textcheck.h"

#include <algorithm>
#include <array>

namespace clientele {

using namespace Qt::StringLiterals;
using enum EngineFeature;

namespace {

constexpr qsizetype portionSize = 128 * 1024;

/// COPY passes by rules and by what a trigger would make of a row before it is written, and may not
/// be used where rows are guarded one by one. Ids can be given where the column's default draws
/// them from a sequence that this user may draw from.
const auto whatToKnow =
    u"SELECT s.name,"
    " (SELECT format_type(atttypid, NULL) FROM pg_attribute"
    "   WHERE attrelid = s.oid AND attname = 'created_at'),"
    " (SELECT count(*) = 2 FROM pg_attribute m"
    "   JOIN pg_attrdef n ON n.adrelid = m.attrelid AND n.adnum = m.attnum"
    "   WHERE m.attrelid = s.oid AND m.attname IN ('created_at', 'updated_at')"
    "   AND pg_get_expr(n.adbin, n.adrelid) IN ('CURRENT_TIMESTAMP', 'now()'))"
    " FROM (SELECT c.oid, CASE WHEN a.attidentity <> ''"
    "   THEN pg_get_serial_sequence('customer', 'id')"
    "   ELSE substring(pg_get_expr(d.adbin, d.adrelid)"
    "     from '^nextval\\(''([^'']+)''::regclass\\)$') END AS name"
    "  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'id'"
    "  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
    "  WHERE c.oid = 'customer'::regclass AND c.relkind IN ('r', 'p') AND NOT c.relhasrules"
    "  AND NOT c.relrowsecurity AND NOT EXISTS (SELECT 1 FROM pg_trigger t"
    "   WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgtype::int & 7 = 7)) s"
    " WHERE s.name IS NOT NULL AND has_sequence_privilege(s.name::regclass, 'USAGE')"_s;

/// As COPY reads it in any session; only for the years 1 to 9999.
QByteArray momentText(Timestamp moment)
{
    const qint64 fraction = ((moment.microseconds % 1000000) + 1000000) % 1000000;
    return moment.toDateTime().toString(u"yyyy-MM-dd HH:mm:ss"_s).toLatin1() + '.' +
           QByteArray::number(fraction).rightJustified(6, '0') + "+00";
}

bool isPlain(Timestamp moment)
{
    const int year = moment.toDateTime().date().year();
    return year >= 1 && year <= 9999;
}

std::optional<Error> unstorableIn(const CustomerDraft& draft)
{
    for (const QString* text : {&draft.name, &draft.email}) {
        if (auto fault = refuseUnstorable(*text))
            return fault;
    }
    return draft.phone ? refuseUnstorable(*draft.phone) : std::nullopt;
}

} // namespace

void BulkCopy::learn()
{
    if (std::exchange(m_learnt, true) || !m_session.features().has(Copy) ||
        !m_session.features().has(Catalogue))
        return;
    const auto known = m_session.execute(whatToKnow);
    if (!known || known->isEmpty())
        return; // it will have to be INSERT
    m_sequence = known->at(0).text(0);
    m_createdHasZone = known->at(0).text(1) == u"timestamp with time zone";
    m_stampsItself = known->at(0).boolean(2);
}

bool BulkCopy::canGoStraight(const BulkRows& rows) const
{
    if (rows.size() < fewestRows || m_sequence.isEmpty() || !m_session.features().has(Copy))
        return false;
    // Without a zone in the column the server's own is meant, which only the server knows.
    return std::ranges::all_of(rows, [this](const BulkRow& row) {
        const auto& created = row.draft->createdAt;
        return !created || (m_createdHasZone && isPlain(*created));
    });
}

bool BulkCopy::canStage() const
{
    const EngineFeatures& features = m_session.features();
    return features.has(Copy) && features.has(TemporaryTables) && features.has(OnConflict) &&
           features.has(Returning);
}

/// Returns what CURRENT_TIMESTAMP is, in words that a column with a zone and one without understand
/// alike: the zone is the session's.
Result<QString> BulkCopy::drawIds(size_t count)
{
    const qint64 missing = std::max<qint64>(qint64(count) - qint64(m_ids.size()), 0);
    const auto drawn = m_session.execute(
        u"SELECT CASE WHEN g > 0 THEN nextval($1::regclass) END,"
        " CASE WHEN g = 0 THEN to_char(CURRENT_TIMESTAMP, 'YYYY-MM-DD HH24:MI:SS.USOF') END"
        " FROM generate_series(0, $2::int) g ORDER BY g"_s,
        std::array{Value(m_sequence), Value(missing)});
    if (!drawn)
        return drawn.error();
    for (int i = 1; i < drawn->count(); ++i)
        m_ids.push_back(drawn->at(i).integer(0));
    return drawn->at(0).text(1);
}

/// Hands out @p rows as @p write puts them down.
template <class Write>
Session::CopyFeed BulkCopy::feed(const BulkRows& rows, Write write)
{
    m_unstorable.reset();
    return [this, &rows, write, next = size_t(0)](QByteArray& portion) mutable {
        CopyText text;
        for (; next < rows.size() && text.size() < portionSize; ++next) {
            m_unstorable = unstorableIn(*rows[next].draft);
            if (m_unstorable)
                return false;
            write(text, *rows[next].draft, next);
            text.endRow();
        }
        portion = text.take();
        return !portion.isEmpty();
    };
}

Result<BulkIds> BulkCopy::goStraight(const BulkRows& rows)
{
    const auto now = drawIds(rows.size());
    if (!now)
        return now.error();
    const QByteArray moment = now->toLatin1();
    // Where the server sets them by itself, it need not read them out of a text for each row.
    const bool stamps = !m_stampsItself || std::ranges::any_of(rows, [](const BulkRow& row) {
        return row.draft->createdAt.has_value();
    });
    const auto write = [&](CopyText& text, const CustomerDraft& draft, size_t index) {
        text.append(m_ids[index]);
        text.append(draft.name);
        text.append(draft.email);
        text.append(draft.phone);
        text.append(draft.isActive);
        if (!stamps)
            return;
        text.appendRaw(draft.createdAt ? momentText(*draft.createdAt) : moment);
        text.appendRaw(moment);
    };
    const auto copied =
        m_session.copyIn(u"COPY customer (id, name, email, phone, is_active%1) FROM STDIN"_s.arg(
                             stamps ? u", created_at, updated_at"_s : QString()),
                         feed(rows, write));
    if (m_unstorable)
        return *m_unstorable;
    if (!copied)
        return copied.error();
    if (copied->affected() != qint64(rows.size()))
        return Error{.kind = ErrorKind::Unsupported,
                     .message = u"The server does not say how many rows it has copied."_s};
    const auto used = m_ids.begin() + static_cast<std::ptrdiff_t>(rows.size());
    BulkIds ids;
    ids.reserve(rows.size());
    std::transform(m_ids.begin(), used, std::back_inserter(ids),
                   [](qint64 id) { return CustomerId{id}; });
    m_ids.erase(m_ids.begin(), used);
    return ids;
}

Result<BulkIds> BulkCopy::goByStaging(const BulkRows& rows, bool skipsTaken)
{
    // There already where an earlier chunk is of the same transaction.
    auto made = m_session.executeScript(
        u"CREATE TEMPORARY TABLE IF NOT EXISTS clientele_staging (name text, email text,"
        " phone text, is_active boolean, created_at bigint) ON COMMIT DROP;"
        " DELETE FROM clientele_staging"_s);
    if (!made)
        return made.error();
    const auto write = [](CopyText& text, const CustomerDraft& draft, size_t) {
        text.append(draft.name);
        text.append(draft.email);
        text.append(draft.phone);
        text.append(draft.isActive);
        if (draft.createdAt)
            text.append(draft.createdAt->microseconds);
        else
            text.appendRaw("\\N");
    };
    const auto copied = m_session.copyIn(u"COPY clientele_staging FROM STDIN"_s, feed(rows, write));
    if (m_unstorable)
        return *m_unstorable;
    if (!copied)
        return copied.error();
    const auto inserted = m_session.executeWrite(
        u"INSERT INTO customer (name, email, phone, is_active, created_at, updated_at)"
        " SELECT name, email, phone, is_active,"
        " coalesce(timestamptz 'epoch' + created_at * interval '1 microsecond',"
        " CURRENT_TIMESTAMP), CURRENT_TIMESTAMP FROM clientele_staging"_s +
        (skipsTaken ? u" ON CONFLICT DO NOTHING"_s : QString()) + u" RETURNING id, email"_s);
    if (!inserted)
        return inserted.error();
    return matchIds(rows, *inserted);
}

} // namespace clientele
