// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/bulkwriter.h"

#include "core/db/emaillookup.h"
#include "core/db/secondchoice.h"
#include "core/db/transaction.h"
#include "core/domain/email.h"

#include <QScopeGuard>

#include <algorithm>
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

/// What the plans below have a second choice for.
const secondchoice::Features& features()
{
    using enum EngineFeature;
    static const secondchoice::Features all = {Returning,  OnConflict, Unnest,         Copy,
                                               Savepoints, RowLocks,   TemporaryTables};
    return all;
}

const auto savepoint = u"SAVEPOINT clientele_bulk"_s;
const auto undoToSavepoint =
    u"ROLLBACK TO SAVEPOINT clientele_bulk; RELEASE SAVEPOINT clientele_bulk"_s;
const auto releaseSavepoint = u"RELEASE SAVEPOINT clientele_bulk"_s;

} // namespace

BulkWriter::BulkWriter(Session& session, const CustomerTable& table, const Options& options)
    : m_session(session), m_table(table), m_options(options), m_postgres(session),
      m_sqlite(session, table)
{}

void BulkWriter::prepare()
{
    secondchoice::learn(m_session, features());
    if (m_table.engine == Engine::PostgreSql)
        m_postgres.learn();
    else
        m_sqlite.learn();
}

Result<BulkWriter::Verdicts> BulkWriter::write(std::span<const CustomerDraft> drafts,
                                               std::span<const QString> searchTexts,
                                               const Conclusion& conclude)
{
    m_drafts = drafts;
    m_searchTexts = searchTexts;
    m_inside = m_session.inTransaction();
    Q_ASSERT(!(m_inside && conclude));
    if (m_inside)
        return writeInside();
    m_conclude = conclude ? &conclude : nullptr;
    if (m_table.engine == Engine::Sqlite)
        m_sqlite.learn();
    else if (drafts.size() >= BulkCopy::fewestRows)
        m_postgres.learn();
    return secondchoice::adapting(m_session, features(), [this] { return writeAlone(); });
}

Result<BulkWriter::Verdicts> BulkWriter::writeInside()
{
    m_careful = has(EngineFeature::Savepoints);
    m_hopeful &= m_careful; // without, a duplicate would undo what came before it
    m_verdicts.assign(m_drafts.size(), {});
    auto written = writeRows(allRows());
    if (!written)
        return written.error();
    noteHowItWent();
    return std::move(m_verdicts);
}

Result<BulkWriter::Verdicts> BulkWriter::writeAlone()
{
    m_careful = false;
    for (;;) {
        m_verdicts.assign(m_drafts.size(), {});
        auto written = writeAndConclude(allRows());
        if (written) {
            noteHowItWent();
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

void BulkWriter::noteHowItWent()
{
    m_hopeful = std::ranges::all_of(
        m_verdicts, [](const BulkVerdict& verdict) { return verdict.fate == Fate::Created; });
}

/// In a transaction of its own.
Result<> BulkWriter::writeAndConclude(const Indexes& rows)
{
    return inTransaction(m_session, [&]() -> Result<> {
        if (auto written = writeRows(rows); !written)
            return written;
        for (const auto& [row, error] : m_refused)
            m_verdicts[row] = {.fate = Fate::Refused, .error = error};
        return m_conclude ? (*m_conclude)(m_verdicts) : Result<>();
    });
}

/// Without savepoints: the rows that the database takes are found by trials that are undone, and
/// then written in one transaction.
Result<BulkWriter::Verdicts> BulkWriter::writeWhatFits()
{
    Indexes fitting;
    const auto forget = qScopeGuard([this] { m_refused.clear(); });
    if (auto sifted = sift(fitting, allRows()); !sifted)
        return sifted.error();
    m_verdicts.assign(m_drafts.size(), {});
    if (auto written = writeAndConclude(fitting); !written)
        return written.error();
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

BulkRows BulkWriter::rowsOf(const Indexes& rows) const
{
    BulkRows found;
    found.reserve(rows.size());
    for (const size_t row : rows)
        found.push_back({.draft = &m_drafts[row],
                         .searchText = m_searchTexts.empty() ? nullptr : &m_searchTexts[row]});
    return found;
}

Result<> BulkWriter::writeRows(Indexes waiting)
{
    // An address is once in a wave; its next row comes in the next, and finds the first one there.
    while (!waiting.empty()) {
        // Two addresses of the same number, which is rare, cost a wave and no more.
        QSet<size_t> seen;
        seen.reserve(static_cast<qsizetype>(waiting.size()));
        Indexes wave, later;
        for (const size_t index : waiting) {
            const qsizetype before = seen.size();
            seen.insert(qHash(Email::comparisonKey(m_drafts[index].email)));
            (seen.size() > before ? wave : later).push_back(index);
        }
        if (auto written = writeWave(wave); !written)
            return written.error();
        waiting = std::move(later);
    }
    return {};
}

Result<> BulkWriter::writeWave(const Indexes& wave)
{
    // A statement that fails undoes itself in SQLite.
    return m_careful && m_table.engine == Engine::PostgreSql ? writeGuarded(wave)
                                                             : writeUnguarded(wave);
}

Result<> BulkWriter::writeGuarded(const Indexes& wave)
{
    if (auto set = m_session.executeScript(savepoint); !set)
        return set.error();
    const auto written = writeUnguarded(wave);
    if (written)
        return m_session.executeScript(releaseSavepoint);
    const bool adapts = errors::isRefusal(written.error()) && m_inside;
    if (!adapts && !isOfTheRow(written.error()))
        return written.error();
    if (auto undone = m_session.executeScript(undoToSavepoint); !undone)
        return undone.error();
    if (adapts)
        return secondchoice::adapt(m_session, features()) ? writeWave(wave) : written;
    if (std::exchange(m_hopeful, false) && written.error().kind == ErrorKind::Duplicate)
        return writeWave(wave);
    if (wave.size() == 1) {
        m_verdicts[wave.front()] = {.fate = Fate::Refused, .error = written.error()};
        return {};
    }
    const auto middle = wave.begin() + static_cast<Indexes::difference_type>(wave.size() / 2);
    if (auto first = writeWave({wave.begin(), middle}); !first)
        return first.error();
    return writeWave({middle, wave.end()});
}

Result<> BulkWriter::writeUnguarded(const Indexes& wave)
{
    Indexes taken;
    const bool postgres = m_table.engine == Engine::PostgreSql;
    const auto written = postgres ? insert(wave, taken) : insertInSqlite(wave, taken);
    return written && !taken.empty() ? resolve(taken) : written;
}

Result<> BulkWriter::insert(const Indexes& rows, Indexes& taken)
{
    Indexes fresh = rows;
    // Else the database would not tell, or not which ones.
    if (!m_table.emailUnique || !(m_hopeful || m_postgres.canSkipTaken())) {
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
    const auto created = m_postgres.insert(rowsOf(fresh), !m_hopeful);
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

void BulkWriter::noteCreated(const Indexes& rows, const BulkIds& ids, Indexes& taken)
{
    for (size_t i = 0; i < rows.size(); ++i) {
        if (ids[i].isValid())
            m_verdicts[rows[i]] = {.fate = Fate::Created, .id = ids[i]};
        else
            taken.push_back(rows[i]);
    }
}

Result<> BulkWriter::insertInSqlite(const Indexes& rows, Indexes& taken)
{
    const BulkRows values = rowsOf(rows);
    const auto created = m_sqlite.insert(values);
    if (created) {
        noteCreated(rows, *created, taken);
        return {};
    }
    if (!isOfTheRow(created.error()))
        return created.error();
    for (size_t i = 0; i < rows.size(); ++i) { // which row was it?
        const auto inserted = m_sqlite.insertOne(values[i]);
        if (!inserted && isOfTheRow(inserted.error()))
            m_verdicts[rows[i]] = {.fate = Fate::Refused, .error = inserted.error()};
        else if (!inserted)
            return inserted.error();
        else if (*inserted)
            m_verdicts[rows[i]] = {.fate = Fate::Created, .id = **inserted};
        else
            taken.push_back(rows[i]);
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
        const Customer wanted = updated(*one, draft);
        const bool same = wanted == *one;
        m_verdicts[row] = {.fate = same ? Fate::Unchanged : Fate::Updated, .id = one->id};
        if (!same)
            changes.emplace_back(row, wanted);
    }
    return changes.empty() ? Result<>() : update(changes);
}

/// What the customer who is there becomes.
Customer BulkWriter::updated(const Customer& there, const CustomerDraft& draft) const
{
    Customer wanted = there;
    for (const CustomerField field : m_options.updated) {
        if (field == CustomerField::Name)
            wanted.name = draft.name;
        else if (field == CustomerField::IsActive && !draft.keepsActive)
            wanted.isActive = draft.isActive;
        else if (field == CustomerField::Phone && (draft.phone || m_options.clearsPhone))
            wanted.phone = draft.phone;
    }
    return wanted;
}

Result<> BulkWriter::update(const std::vector<std::pair<size_t, Customer>>& changes)
{
    if (m_table.engine == Engine::PostgreSql) {
        std::vector<Customer> wanted;
        wanted.reserve(changes.size());
        for (const auto& change : changes)
            wanted.push_back(change.second);
        return m_postgres.update(wanted);
    }
    for (const auto& [row, wanted] : changes) {
        const auto updated = m_sqlite.update(wanted);
        if (!updated && isOfTheRow(updated.error()))
            m_verdicts[row] = {.fate = Fate::Refused, .error = updated.error()};
        else if (!updated)
            return updated;
    }
    return {};
}

} // namespace clientele
