// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importwriter.h"

#include "core/db/transaction.h"
#include "core/services/importwording.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <thread>
#include <tuple>

namespace clientele {

using namespace Qt::StringLiterals;
using Fate = BulkVerdict::Fate;

namespace {

constexpr qsizetype keptRejects = 1000;
constexpr qsizetype shownValue = 200;
constexpr int serializationTries = 5;

/// What an update writes: of what comes from the file, all or what was chosen.
BulkWriter::Options bulkOptions(const ImportPlan& plan)
{
    BulkWriter::Options options{.onDuplicate = plan.onDuplicate, .updated = {}};
    for (const FieldMapping& mapping : plan.mapping) {
        if (!plan.updatedFields || plan.updatedFields->contains(mapping.field))
            options.updated += mapping.field;
    }
    options.clearsPhone = plan.clearedFields.contains(CustomerField::Phone);
    return options;
}

/// A fault of one row, where it undid all that were written with it.
bool isOfOneRow(const Error& error)
{
    return error.kind == ErrorKind::ConstraintViolated || error.kind == ErrorKind::Duplicate ||
           error.kind == ErrorKind::InvalidInput;
}

bool isSameFile(const QString& a, const QString& b)
{
    const QFileInfo first(a);
    return first.exists() && first.canonicalFilePath() == QFileInfo(b).canonicalFilePath();
}

} // namespace

ImportWriter::ImportWriter(Session& session, const CustomerTable& table, const ImportPlan& plan)
    : m_session(session), m_table(table), m_plan(plan),
      m_oneTransaction(plan.atomic || plan.dryRun), m_bulk(session, table, bulkOptions(plan))
{
    m_report.dryRun = plan.dryRun;
}

Result<> ImportWriter::begin(const QStringList& columns, size_t width)
{
    if (!m_plan.rejectsFile.isEmpty() && isSameFile(m_plan.file, m_plan.rejectsFile)) {
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = u"The rejects file is the file being imported."_s,
                     .subject = m_plan.rejectsFile,
                     .code = u"file.same"_s};
    }
    if (m_session.isReadOnly() && !m_plan.dryRun)
        return Error{.kind = ErrorKind::ReadOnly};
    // What the engine lacks, while it is not too late.
    if (m_oneTransaction || m_plan.onError == ErrorPolicy::Stop)
        m_bulk.prepare();
    if (m_oneTransaction) {
        if (auto begun = m_session.begin(Session::TransactionMode::Write); !begun)
            return begun;
    }
    return m_rejects.open(m_plan.rejectsFile, rejectsHeader(columns, m_plan), width);
}

Result<> ImportWriter::write(const ImportChunk& chunk)
{
    const bool careful = m_plan.onError == ErrorPolicy::Stop && !m_oneTransaction;
    auto verdicts = careful ? writeUpToReject(chunk.drafts) : writeDrafts(chunk.drafts);
    if (!verdicts) {
        Error error = verdicts.error();
        if (m_oneTransaction && isOfOneRow(error) &&
            !m_session.features().has(EngineFeature::Savepoints)) {
            error.message = u"This server has no savepoints: in one transaction, a row that it "
                            "refuses undoes all of them. %1"_s.arg(error.message);
        }
        return error;
    }
    const auto counted = count(chunk, *verdicts);
    const auto flushed = m_rejects.flush();
    return counted ? flushed : counted;
}

Result<ImportWriter::Verdicts> ImportWriter::writeDrafts(std::span<const CustomerDraft> drafts)
{
    if (drafts.empty())
        return Verdicts();
    for (int attempt = 1;; ++attempt) {
        auto verdicts = m_bulk.write(drafts);
        const bool again = !verdicts && verdicts.error().kind == ErrorKind::Serialization &&
                           !m_session.inTransaction() && attempt < serializationTries;
        if (!again)
            return verdicts;
        std::this_thread::sleep_for(std::chrono::milliseconds(5 << attempt));
    }
}

// Nothing behind the first reject may be written, however the rows fall into chunks: the chunk is
// tried first, and only what stands before its first reject is kept.
Result<ImportWriter::Verdicts> ImportWriter::writeUpToReject(std::span<const CustomerDraft> drafts)
{
    if (drafts.empty())
        return Verdicts();
    auto transaction = Transaction::begin(m_session);
    if (!transaction)
        return transaction.error();
    auto verdicts = writeDrafts(drafts);
    if (!verdicts) {
        transaction->rollback();
        return isOfOneRow(verdicts.error()) ? writeUpToFault(drafts, verdicts.error()) : verdicts;
    }
    const auto first =
        std::find_if(verdicts->begin(), verdicts->end(),
                     [this](const BulkVerdict& verdict) { return isReject(verdict); });
    if (first == verdicts->end()) {
        if (auto committed = transaction->commit(); !committed)
            return committed.error();
        return verdicts;
    }
    transaction->rollback();
    auto kept = writeDrafts(drafts.first(size_t(first - verdicts->begin())));
    if (!kept)
        return kept;
    // A row that has the address since this chunk is now there under another id.
    const auto twin = std::find_if(verdicts->begin(), first, [first](const BulkVerdict& verdict) {
        return verdict.fate == Fate::Created && verdict.id == first->id;
    });
    if (twin != first)
        first->id = (*kept)[size_t(twin - verdicts->begin())].id;
    kept->push_back(*first);
    return kept;
}

// Without savepoints, a row that the database refuses undoes the whole trial. The first one is
// found by halving; @p fault is what became of all.
Result<ImportWriter::Verdicts> ImportWriter::writeUpToFault(std::span<const CustomerDraft> drafts,
                                                            Error fault)
{
    size_t good = 0;
    size_t bad = drafts.size(); // so many from the first on are refused
    while (bad - good > 1) {
        const size_t middle = good + (bad - good) / 2;
        auto trial = Transaction::begin(m_session);
        if (!trial)
            return trial.error();
        const auto verdicts = writeDrafts(drafts.first(middle));
        trial->rollback();
        if (verdicts)
            good = middle;
        else if (!isOfOneRow(verdicts.error()))
            return verdicts;
        else
            std::tie(bad, fault) = std::pair(middle, verdicts.error());
    }
    auto kept = writeUpToReject(drafts.first(good)); // which may end earlier, at a duplicate
    if (kept && kept->size() == good && (good == 0 || !isReject(kept->back())))
        kept->push_back({.fate = Fate::Refused, .error = fault});
    return kept;
}

Result<> ImportWriter::count(const ImportChunk& chunk, const Verdicts& verdicts)
{
    size_t next = 0;
    for (const ImportChunk::Row& row : chunk.rows) {
        Result<> written;
        bool rejected = row.reject >= 0;
        if (rejected) {
            written = reject(chunk, row, chunk.rejects[size_t(row.reject)]);
        } else {
            const size_t index = next++;
            const BulkVerdict& verdict = verdicts[index];
            rejected = isReject(verdict);
            if (rejected) {
                written = reject(chunk, row, rejectOf(verdict, row, chunk.drafts[index]));
            } else {
                m_report.created += verdict.fate == Fate::Created ? 1 : 0;
                m_report.updated += verdict.fate == Fate::Updated ? 1 : 0;
                m_report.unchanged += verdict.fate == Fate::Unchanged ? 1 : 0;
                m_report.skipped += verdict.fate == Fate::Duplicate ? 1 : 0;
                if (verdict.fate == Fate::Created && m_plan.onDuplicate == DuplicatePolicy::Reject)
                    m_created.add(verdict.id, row.line);
            }
        }
        ++m_report.rows;
        if (rejected && written && m_plan.onError == ErrorPolicy::Stop) {
            written = Error{.kind = ErrorKind::InvalidInput,
                            .message = u"The import stopped at a row that cannot be imported."_s,
                            .subject = QString::number(row.line),
                            .code = u"import.stopped"_s};
        }
        // The rest of the chunk is in the database, unless it stopped here: it is counted all the
        // same.
        if (!written && m_plan.onError == ErrorPolicy::Stop)
            return written;
        if (!written && !m_report.ended)
            m_report.ended = written.error();
    }
    return m_report.ended ? Result<>(*m_report.ended) : Result<>();
}

Result<> ImportWriter::reject(const ImportChunk& chunk, const ImportChunk::Row& row,
                              const Reject& reject)
{
    ++m_report.rejected;
    if (m_report.firstRejects.size() < keptRejects)
        m_report.firstRejects.append(reject);
    return m_rejects.write(chunk.fields(row), reject);
}

bool ImportWriter::isReject(const BulkVerdict& verdict) const
{
    return verdict.fate == Fate::Refused ||
           (verdict.fate == Fate::Duplicate && m_plan.onDuplicate == DuplicatePolicy::Reject);
}

Reject ImportWriter::rejectOf(const BulkVerdict& verdict, const ImportChunk::Row& row,
                              const CustomerDraft& draft)
{
    if (verdict.fate == Fate::Duplicate) {
        const auto line = m_created.lineOf(verdict.id);
        return {.line = row.line,
                .column = u"email"_s,
                .code = line ? u"duplicate.file"_s : u"duplicate.database"_s,
                .reason = line ? wording::duplicateInFile(*line)
                               : wording::duplicateInBook(verdict.id, verdict.name),
                .value = draft.email.left(shownValue)};
    }
    const QString& column = verdict.error.column;
    const bool known = column == u"name" || column == u"email" || column == u"phone";
    const QString value = column == u"name"    ? draft.name
                          : column == u"phone" ? draft.phone.value_or(QString())
                                               : draft.email;
    return {.line = row.line,
            .column = known ? column : u"fields"_s,
            .code = u"database.refused"_s,
            .reason = wording::sentence(verdict.error),
            .value = value.left(shownValue)};
}

void ImportWriter::finish(std::optional<Error> ended)
{
    if (!m_report.ended)
        m_report.ended = std::move(ended);
    if (m_oneTransaction && m_session.inTransaction()) {
        if (m_plan.dryRun || m_report.ended)
            m_session.rollback();
        else if (const auto committed = m_session.commit(); !committed)
            m_report.ended = committed.error();
    }
    if (m_plan.atomic && !m_plan.dryRun && m_report.ended)
        forgetWritten();

    if (const auto flushed = m_rejects.flush(); !flushed && !m_report.ended)
        m_report.ended = flushed.error();
    if (m_report.rejected > 0)
        m_report.rejectsFile = m_rejects.name();
    else if (m_rejects.isOpen())
        QFile::remove(m_rejects.name());
    Q_ASSERT(m_report.addsUp());
}

// What was written is undone.
void ImportWriter::forgetWritten()
{
    m_report.rows -= m_report.created + m_report.updated;
    m_report.created = 0;
    m_report.updated = 0;
}

} // namespace clientele
