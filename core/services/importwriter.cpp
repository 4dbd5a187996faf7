// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importwriter.h"

#include "core/db/transaction.h"
#include "core/services/importcheckpoint.h"
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
constexpr int serializationTries = 5;
const auto stopped = u"import.stopped"_s;

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

ImportWriter::ImportWriter(Session& session, const CustomerTable& table, const ImportPlan& plan,
                           std::unique_ptr<ImportCheckpoint> checkpoint)
    : m_session(session), m_table(table), m_plan(plan),
      m_oneTransaction(plan.atomic || plan.dryRun), m_bulk(session, table, bulkOptions(plan)),
      m_checkpoint(std::move(checkpoint))
{
    if (m_checkpoint)
        m_report = m_checkpoint->progress().report;
    m_report.dryRun = plan.dryRun;
}

ImportWriter::~ImportWriter() = default;

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
    if (auto opened = openRejects(columns, width); !opened)
        return opened;
    if (!m_checkpoint)
        m_checkpoint = ImportCheckpoint::begin(m_session, m_table, m_plan);
    return {};
}

Result<> ImportWriter::openRejects(const QStringList& columns, size_t width)
{
    const QStringList header = rejectsHeader(columns, m_plan);
    if (!m_checkpoint || m_checkpoint->progress().report.rejected == 0)
        return m_rejects.open(m_plan.rejectsFile, header, width);
    const ImportProgress& before = m_checkpoint->progress();
    auto reopened = m_rejects.reopen(before.rejectsFile, before.rejectsBytes, header, width);
    if (reopened)
        m_report.firstRejects = readRejects(before.rejectsFile, columns, m_plan, keptRejects);
    return reopened;
}

Result<> ImportWriter::write(const ImportChunk& chunk)
{
    m_chunk = &chunk;
    const auto written = m_oneTransaction ? writeInOne()
                         : m_plan.onError == ErrorPolicy::Stop
                             ? writeUpToReject(chunk.drafts)
                             : writeDrafts(chunk.drafts, [this](const Verdicts& verdicts) {
                                   return conclude(verdicts);
                               });
    if (!written)
        return written;
    m_report = m_counted;
    m_rejects.keep();
    if (m_checkpoint)
        m_checkpoint->keep();
    return m_report.ended ? *m_report.ended : Result<>();
}

Result<> ImportWriter::writeInOne()
{
    auto verdicts = m_bulk.write(m_chunk->drafts, textsOf(m_chunk->drafts));
    if (verdicts)
        return conclude(*verdicts);
    Error error = verdicts.error();
    if (isOfOneRow(error) && !m_session.features().has(EngineFeature::Savepoints)) {
        error.message = u"This server has no savepoints: in one transaction, a row that it "
                        "refuses undoes all of them. %1"_s.arg(error.message);
    }
    return error;
}

/// @p drafts are the chunk's first ones.
std::span<const QString> ImportWriter::textsOf(Drafts drafts) const
{
    const std::span texts(m_chunk->searchTexts);
    return texts.first(std::min(texts.size(), drafts.size()));
}

Result<> ImportWriter::writeDrafts(Drafts drafts, const BulkWriter::Conclusion& conclude)
{
    const auto write = [&]() -> Result<> {
        if (drafts.empty())
            return inTransaction(m_session, [&] { return conclude({}); });
        const auto verdicts = m_bulk.write(drafts, textsOf(drafts), conclude);
        return verdicts ? Result<>() : verdicts.error();
    };
    for (int attempt = 1;; ++attempt) {
        const auto written = write();
        const bool again = !written && written.error().kind == ErrorKind::Serialization &&
                           attempt < serializationTries;
        if (!again)
            return written;
        std::this_thread::sleep_for(std::chrono::milliseconds(5 << attempt));
    }
}

// Nothing behind the first reject may be written, however the rows fall into chunks: the chunk is
// tried first, and only what stands before its first reject is kept. @p behind is what became of
// the draft behind them.
Result<> ImportWriter::writeUpToReject(Drafts drafts, const std::optional<BulkVerdict>& behind)
{
    auto transaction = Transaction::begin(m_session);
    if (!transaction)
        return transaction.error();
    auto verdicts = m_bulk.write(drafts, textsOf(drafts));
    if (!verdicts) {
        transaction->rollback();
        return isOfOneRow(verdicts.error()) ? writeUpToFault(drafts, verdicts.error())
                                            : verdicts.error();
    }
    const auto first =
        std::find_if(verdicts->begin(), verdicts->end(),
                     [this](const BulkVerdict& verdict) { return isReject(verdict); });
    if (first == verdicts->end()) {
        if (behind)
            verdicts->push_back(*behind);
        if (auto concluded = conclude(*verdicts); !concluded)
            return concluded;
        return transaction->commit();
    }
    transaction->rollback();
    // A row that has the address since this chunk will be there under another id.
    const auto twin = std::find_if(verdicts->begin(), first, [first](const BulkVerdict& verdict) {
        return verdict.fate == Fate::Created && verdict.id == first->id;
    });
    return writeDrafts(drafts.first(size_t(first - verdicts->begin())),
                       [&](const Verdicts& written) {
                           Verdicts kept = written;
                           kept.push_back(*first);
                           if (twin != first)
                               kept.back().id = kept[size_t(twin - verdicts->begin())].id;
                           return conclude(kept);
                       });
}

// Without savepoints, a row that the database refuses undoes the whole trial. The first one is
// found by halving; @p fault is what became of all.
Result<> ImportWriter::writeUpToFault(Drafts drafts, Error fault)
{
    size_t good = 0;
    size_t bad = drafts.size(); // so many from the first on are refused
    while (bad - good > 1) {
        const size_t middle = good + (bad - good) / 2;
        auto trial = Transaction::begin(m_session);
        if (!trial)
            return trial.error();
        const auto verdicts = m_bulk.write(drafts.first(middle), textsOf(drafts.first(middle)));
        trial->rollback();
        if (verdicts)
            good = middle;
        else if (!isOfOneRow(verdicts.error()))
            return verdicts.error();
        else
            std::tie(bad, fault) = std::pair(middle, verdicts.error());
    }
    // It may end earlier, at a duplicate.
    return writeUpToReject(drafts.first(good), BulkVerdict{.fate = Fate::Refused, .error = fault});
}

/// Counts the chunk and notes how far the import is; done again where the transaction is.
Result<> ImportWriter::conclude(const Verdicts& verdicts)
{
    if (auto back = m_rejects.rewind(); !back)
        return back;
    m_counted = m_report;
    if (auto counted = count(verdicts); !counted)
        return counted;
    if (auto flushed = m_rejects.flush(); !flushed || !m_checkpoint)
        return flushed;
    return m_checkpoint->advance(m_session, {.report = m_counted,
                                             .bytesDone = m_chunk->bytesDone,
                                             .digest = m_chunk->digest,
                                             .rejectsFile = m_rejects.name(),
                                             .rejectsBytes = m_rejects.size()});
}

Result<> ImportWriter::count(const Verdicts& verdicts)
{
    size_t next = 0;
    for (const ImportChunk::Row& row : m_chunk->rows) {
        std::optional<Reject> rejected;
        if (row.reject >= 0) {
            rejected = m_chunk->rejects[size_t(row.reject)];
        } else {
            const size_t index = next++;
            const BulkVerdict& verdict = verdicts[index];
            if (isReject(verdict))
                rejected = rejectOf(verdict, row, m_chunk->drafts[index]);
            m_counted.created += verdict.fate == Fate::Created ? 1 : 0;
            m_counted.updated += verdict.fate == Fate::Updated ? 1 : 0;
            m_counted.unchanged += verdict.fate == Fate::Unchanged ? 1 : 0;
            m_counted.skipped += verdict.fate == Fate::Duplicate && !rejected ? 1 : 0;
            if (verdict.fate == Fate::Created && m_plan.onDuplicate == DuplicatePolicy::Reject)
                m_created.add(verdict.id, row.line);
        }
        ++m_counted.rows;
        if (!rejected)
            continue;
        if (auto written = reject(row, *rejected); !written)
            return written;
        if (m_plan.onError == ErrorPolicy::Stop) {
            m_counted.ended =
                Error{.kind = ErrorKind::InvalidInput,
                      .message = u"The import stopped at a row that cannot be imported."_s,
                      .subject = QString::number(row.line),
                      .code = stopped};
            return {};
        }
    }
    return {};
}

Result<> ImportWriter::reject(const ImportChunk::Row& row, const Reject& reject)
{
    ++m_counted.rejected;
    if (m_counted.firstRejects.size() < keptRejects)
        m_counted.firstRejects.append(reject);
    std::vector<std::string_view> fields;
    return m_rejects.write(m_chunk->record(row, fields).fields, reject);
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
                .value = draft.email.left(Reject::shownValue)};
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
            .value = value.left(Reject::shownValue)};
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

    // Of a chunk that is not there after all; where that is not known, its checkpoint tells it.
    const bool isKnown =
        !m_checkpoint || !m_report.ended || m_report.ended->kind != ErrorKind::OutcomeUnknown;
    if (const auto kept = isKnown ? m_rejects.rewind() : m_rejects.flush();
        !kept && !m_report.ended)
        m_report.ended = kept.error();
    if (m_report.rejected > 0)
        m_report.rejectsFile = m_rejects.name();
    else if (m_rejects.isOpen())
        QFile::remove(m_rejects.name());
    endCheckpoint();
    Q_ASSERT(m_report.addsUp());
}

/// It stays where there is something to go on with.
void ImportWriter::endCheckpoint()
{
    const bool isFinished = !m_report.ended || m_report.ended->code == stopped;
    if (m_checkpoint && (isFinished || m_report.rows == 0))
        std::ignore = m_checkpoint->remove(m_session);
}

// What was written is undone.
void ImportWriter::forgetWritten()
{
    m_report.rows -= m_report.created + m_report.updated;
    m_report.created = 0;
    m_report.updated = 0;
}

} // namespace clientele
