// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/bulkwriter.h"

#include "core/db/emaillookup.h"
#include "core/db/jsonrows.h"
#include "core/db/postgresbulk.h"
#include "core/db/secondchoice.h"
#include "core/db/transaction.h"
#include "core/domain/email.h"
#include "core/domain/searchtext.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <numeric>

namespace clientele {

using namespace Qt::StringLiterals;
using Fate = BulkVerdict::Fate;

namespace {

/// A fault of one row, not of the connection or the disk.
bool isOfTheRow(const Error& error)
{
    return error.kind == ErrorKind::ConstraintViolated || error.kind == ErrorKind::Duplicate ||
           error.kind == ErrorKind::InvalidInput;
}

/// For SQLite: inserts what stands at @p places, which are five, of @p from.
QString insertion(const CustomerTable& table, const QStringList& places, const QString& from = {})
{
    static const auto now = u"strftime('%Y-%m-%d %H:%M:%f', 'now')"_s;
    const bool folds = table.hasSearchText;
    return u"INSERT INTO customer (name, email, phone, is_active, created_at, updated_at"_s +
           (folds ? u", search_text) SELECT "_s : u") SELECT "_s) + places.first(4).join(u", "_s) +
           u", "_s + now + u", "_s + now + (folds ? u", "_s + places.last() : QString()) + from +
           u" WHERE true ON CONFLICT DO NOTHING RETURNING id, email"_s;
}

std::vector<Value> insertedValues(const CustomerDraft& draft, const CustomerTable& table)
{
    std::vector<Value> values = {draft.name, draft.email, toValue(draft.phone), draft.isActive};
    if (table.hasSearchText)
        values.emplace_back(searchText(draft.name, draft.email, draft.phone));
    return values;
}

/// What the plans below have a second choice for.
const secondchoice::Features& features()
{
    using enum EngineFeature;
    static const secondchoice::Features all = {Returning, OnConflict, Unnest, Savepoints, RowLocks};
    return all;
}

const auto savepoint = u"SAVEPOINT clientele_bulk"_s;
const auto rollbackToSavepoint = u"ROLLBACK TO SAVEPOINT clientele_bulk"_s;
const auto releaseSavepoint = u"RELEASE SAVEPOINT clientele_bulk"_s;

} // namespace

void BulkWriter::prepare()
{
    secondchoice::learn(m_session, features());
}

Result<std::vector<BulkVerdict>> BulkWriter::write(std::span<const CustomerDraft> drafts)
{
    m_drafts = drafts;
    m_inside = m_session.inTransaction();
    if (m_inside)
        return writeInside();
    return secondchoice::adapting(m_session, features(), [this] { return writeAlone(); });
}

BulkWriter::Verdicts BulkWriter::writeInside()
{
    m_hopeful = false;
    m_careful = has(EngineFeature::Savepoints);
    m_verdicts.assign(m_drafts.size(), {});
    auto written = writeRows(allRows());
    if (written)
        return std::move(m_verdicts);
    return written.error();
}

BulkWriter::Verdicts BulkWriter::writeAlone()
{
    m_careful = false;
    for (;;) {
        m_verdicts.assign(m_drafts.size(), {});
        auto written = inTransaction(m_session, [this] { return writeRows(allRows()); });
        if (written) {
            m_hopeful = std::ranges::all_of(m_verdicts, [](const BulkVerdict& verdict) {
                return verdict.fate == Fate::Created;
            });
            return std::move(m_verdicts);
        }
        if (std::exchange(m_hopeful, false) && written.error().kind == ErrorKind::Duplicate)
            continue; // with ON CONFLICT, which costs a second look into each unique index
        if (m_careful || !isOfTheRow(written.error()))
            return written.error();
        // Once more, so that the rows at fault can be told from the others.
        if (!has(EngineFeature::Savepoints))
            return writeWhatFits();
        m_careful = true;
    }
}

/// Without savepoints: the rows that the database takes are found by trials that are undone, and
/// then written in one transaction.
BulkWriter::Verdicts BulkWriter::writeWhatFits()
{
    Indexes fitting;
    m_refused.clear();
    if (auto sifted = sift(fitting, allRows()); !sifted)
        return sifted.error();
    m_verdicts.assign(m_drafts.size(), {});
    if (auto written = inTransaction(m_session, [&] { return writeRows(fitting); }); !written)
        return written.error();
    for (const auto& [row, error] : m_refused)
        m_verdicts[row] = {.fate = Fate::Refused, .error = error};
    return std::move(m_verdicts);
}

/// Appends those of @p rows to @p fitting that the database takes together with these.
Result<> BulkWriter::sift(Indexes& fitting, const Indexes& rows)
{
    Indexes tried = fitting;
    tried.insert(tried.end(), rows.begin(), rows.end());
    auto transaction = Transaction::begin(m_session);
    if (!transaction)
        return transaction.error();
    auto written = writeRows(tried);
    transaction->rollback();
    if (written) {
        fitting = std::move(tried);
        return {};
    }
    if (!isOfTheRow(written.error()))
        return written;
    if (rows.size() == 1) {
        m_refused.emplace_back(rows.front(), written.error());
        return {};
    }
    const auto middle = rows.begin() + static_cast<Indexes::difference_type>(rows.size() / 2);
    if (auto first = sift(fitting, {rows.begin(), middle}); !first)
        return first;
    return sift(fitting, {middle, rows.end()});
}

BulkWriter::Indexes BulkWriter::allRows() const
{
    Indexes rows(m_drafts.size());
    std::iota(rows.begin(), rows.end(), size_t(0));
    return rows;
}

Result<> BulkWriter::writeRows(Indexes waiting)
{
    // An address is once in a wave; its next row comes in the next, and finds the first one there.
    while (!waiting.empty()) {
        QSet<QString> seen;
        Indexes wave, later;
        for (const size_t index : waiting) {
            const QString key = Email::comparisonKey(m_drafts[index].email);
            if (seen.contains(key)) {
                later.push_back(index);
            } else {
                seen.insert(key);
                wave.push_back(index);
            }
        }
        if (auto written = writeWave(wave); !written)
            return written.error();
        waiting = std::move(later);
    }
    return {};
}

Result<> BulkWriter::writeWave(const Indexes& wave)
{
    const bool postgres = m_table.engine == Engine::PostgreSql;
    const bool guarded = m_careful && postgres; // a statement that fails undoes itself in SQLite
    if (guarded) {
        if (auto set = m_session.executeScript(savepoint); !set)
            return set.error();
    }
    Indexes taken;
    auto written = postgres ? insert(wave, taken) : insertAtOnce(wave, taken);
    if (written && !taken.empty())
        written = resolve(taken);
    if (written)
        return guarded ? m_session.executeScript(releaseSavepoint) : Result<>();
    const bool refused = !written && errors::isRefusal(written.error());
    const bool adapts = refused && m_inside;
    if (!guarded || !(adapts || isOfTheRow(written.error())))
        return written.error();
    if (auto undone = m_session.executeScript(rollbackToSavepoint); !undone)
        return undone.error();
    if (adapts)
        return secondchoice::adapt(m_session, features()) ? writeWave(wave) : written;
    if (wave.size() == 1) {
        m_verdicts[wave.front()] = {.fate = Fate::Refused, .error = written.error()};
        return m_session.executeScript(releaseSavepoint);
    }
    const auto middle = wave.begin() + static_cast<Indexes::difference_type>(wave.size() / 2);
    if (auto first = writeWave({wave.begin(), middle}); !first)
        return first.error();
    return writeWave({middle, wave.end()});
}

Result<> BulkWriter::insert(const Indexes& rows, Indexes& taken)
{
    PostgresBulk bulk(m_session);
    Indexes fresh = rows;
    // Else the database would not tell, or not which ones.
    if (!m_table.emailUnique || !(m_hopeful || bulk.canSkipTaken())) {
        auto known = whoHas(rows);
        if (!known)
            return known.error();
        std::erase_if(fresh, [&](size_t row) {
            const bool there = isTaken(m_drafts[row].email, *known);
            if (there)
                taken.push_back(row);
            return there;
        });
    }
    PostgresBulk::Drafts drafts;
    drafts.reserve(fresh.size());
    for (const size_t row : fresh)
        drafts.push_back(&m_drafts[row]);
    const auto created = bulk.insert(drafts, !m_hopeful);
    if (!created)
        return created.error();
    noteCreated(fresh, *created, taken);
    return {};
}

/// As the table's own rule sees it where it has one, and regardless of case where it has none.
bool BulkWriter::isTaken(const QString& email, const Taken& known) const
{
    const auto exact = known.constFind(email);
    if (m_table.emailUnique && !m_table.foldedEmailIndexed)
        return exact != known.cend() && exact->email == email;
    return exact != known.cend() || known.contains(Email::comparisonKey(email));
}

void BulkWriter::noteCreated(const Indexes& rows, const QHash<QString, CustomerId>& created,
                             Indexes& taken)
{
    for (const size_t row : rows) {
        const auto found = created.constFind(m_drafts[row].email);
        if (found == created.cend())
            taken.push_back(row);
        else
            m_verdicts[row] = {.fate = Fate::Created, .id = *found};
    }
}

// FTS5 writes out what it has gathered at the start of each statement inside a transaction: a
// statement a row leaves it a segment a row, to be merged again and again.
Result<> BulkWriter::insertAtOnce(const Indexes& rows, Indexes& taken)
{
    JsonRows values;
    for (const size_t row : rows)
        values.append(insertedValues(m_drafts[row], m_table));
    QStringList places;
    for (int i = 0; i < 5; ++i)
        places += u"json_extract(value, '$[%1]')"_s.arg(i);
    auto inserted = m_session.executeWrite(insertion(m_table, places, u" FROM json_each($1)"_s),
                                           std::array{std::move(values).toValue()});
    if (!inserted && isOfTheRow(inserted.error()))
        return insertOneByOne(rows, taken); // tells which row it was
    if (!inserted)
        return inserted.error();
    QHash<QString, CustomerId> created;
    created.reserve(inserted->count());
    for (int i = 0; i < inserted->count(); ++i)
        created.insert(inserted->at(i).text(1), CustomerId{inserted->at(i).integer(0)});
    noteCreated(rows, created, taken);
    return {};
}

Result<> BulkWriter::insertOneByOne(const Indexes& rows, Indexes& taken)
{
    const QString sql = insertion(m_table, {u"$1"_s, u"$2"_s, u"$3"_s, u"$4"_s, u"$5"_s});
    for (const size_t row : rows) {
        auto inserted = m_session.executeWrite(sql, insertedValues(m_drafts[row], m_table));
        if (!inserted && isOfTheRow(inserted.error()))
            m_verdicts[row] = {.fate = Fate::Refused, .error = inserted.error()};
        else if (!inserted)
            return inserted.error();
        else if (inserted->isEmpty())
            taken.push_back(row);
        else
            m_verdicts[row] = {.fate = Fate::Created, .id = {inserted->at(0).integer(0)}};
    }
    return {};
}

Result<BulkWriter::Taken> BulkWriter::whoHas(const Indexes& rows)
{
    QStringList emails;
    for (const size_t row : rows)
        emails += m_drafts[row].email;
    const bool updates = m_options.onDuplicate == DuplicatePolicy::Update;
    auto found = findByEmails(m_session, m_table, emails, updates ? LookUp::Hold : LookUp::Read);
    if (!found)
        return found.error();
    Taken taken;
    for (const Customer& customer : *found)
        taken.insert(Email::comparisonKey(customer.email), customer);
    for (const Customer& customer : *found) // and who has it exactly so comes first
        taken.insert(customer.email, customer);
    return taken;
}

Result<> BulkWriter::resolve(const Indexes& taken)
{
    const auto holders = whoHas(taken);
    if (!holders)
        return holders.error();
    std::vector<std::pair<size_t, Customer>> changes;
    for (const size_t row : taken) {
        const CustomerDraft& draft = m_drafts[row];
        auto one =
            holders->constFind(draft.email); // as the database compares, before regardless of case
        if (one == holders->cend())
            one = holders->constFind(Email::comparisonKey(draft.email));
        if (one == holders->cend()) {
            m_verdicts[row] = {
                .fate = Fate::Refused,
                .error = {.kind = ErrorKind::Duplicate,
                          .message = u"Another rule of the table calls it a duplicate."_s}};
            continue;
        }
        if (m_options.onDuplicate != DuplicatePolicy::Update) {
            m_verdicts[row] = {.fate = Fate::Duplicate, .id = one->id, .name = one->name};
            continue;
        }
        // An empty field of the file keeps what is there.
        Customer wanted = *one;
        wanted.name = draft.name;
        if (draft.phone)
            wanted.phone = draft.phone;
        if (m_options.setsActive)
            wanted.isActive = draft.isActive;
        const bool same = wanted == *one;
        m_verdicts[row] = {.fate = same ? Fate::Unchanged : Fate::Updated, .id = one->id};
        if (!same)
            changes.emplace_back(row, wanted);
    }
    return changes.empty() ? Result<>() : update(changes);
}

Result<> BulkWriter::update(const std::vector<std::pair<size_t, Customer>>& changes)
{
    if (m_table.engine == Engine::PostgreSql) {
        std::vector<Customer> wanted;
        wanted.reserve(changes.size());
        for (const auto& change : changes)
            wanted.push_back(change.second);
        return PostgresBulk(m_session).update(wanted);
    }
    static const auto now = u"strftime('%Y-%m-%d %H:%M:%f', 'now')"_s;
    const QString sql =
        u"UPDATE customer SET name = $1, phone = $2, is_active = $3, updated_at = %1%2"
        " WHERE id = $4"_s.arg(now, m_table.hasSearchText
                                        ? u", search_text = CASE WHEN search_text IS $5"
                                          " THEN $5 || char(10) ELSE $5 END"_s
                                        : QString());
    for (const auto& [row, wanted] : changes) {
        std::vector<Value> values = {wanted.name, toValue(wanted.phone), wanted.isActive,
                                     wanted.id.value};
        if (m_table.hasSearchText)
            values.emplace_back(searchText(wanted.name, wanted.email, wanted.phone));
        auto updated = m_session.executeWrite(sql, values);
        if (!updated && isOfTheRow(updated.error()))
            m_verdicts[row] = {.fate = Fate::Refused, .error = updated.error()};
        else if (!updated)
            return updated.error();
    }
    return {};
}

} // namespace clientele
