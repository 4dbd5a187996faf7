// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importpipeline.h"

#include "core/domain/searchtext.h"
#include "core/services/importcheckpoint.h"
#include "core/services/importsource.h"
#include "core/services/importwriter.h"

#include <thread>

namespace clientele {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr quint64 firstDigest = 0xcbf29ce484222325; // FNV's offset basis

FieldLimits limitsOf(const CustomerTable& table)
{
    return {.name = table.nameLimit, .email = table.emailLimit, .phone = table.phoneLimit};
}

} // namespace

void ImportPipeline::run(Session& session, const std::function<void()>& notify)
{
    auto checkpoint = findCheckpoint(session);
    if (!checkpoint) {
        const std::lock_guard lock(m_mutex);
        m_state.report.ended = checkpoint.error();
        return;
    }
    if (*checkpoint) {
        const ImportProgress& before = (*checkpoint)->progress();
        const std::lock_guard lock(m_mutex);
        m_state.report = before.report;
        m_state.bytesDone = m_state.bytesBefore = before.bytesDone;
        m_state.rowsBefore = before.report.rows;
    }
    std::thread reader([this, from = checkpoint->get()] {
        auto error = read(from);
        const std::lock_guard lock(m_mutex);
        m_readError = std::move(error);
        m_read.end();
    });
    std::thread checker([this] { check(); });

    ImportWriter writer(session, *m_table, m_plan, *std::move(checkpoint));
    auto ended = write(session, writer, notify);
    cancel(); // a reader that waits for room is let go
    reader.join();
    checker.join();
    if (!ended && session.cancellation().isCancelled())
        ended = Error{.kind = ErrorKind::Cancelled};
    writer.finish(ended ? std::move(ended) : std::move(m_readError));
    const std::lock_guard lock(m_mutex);
    m_state.report = writer.report();
}

/// That of the import to go on with; null where one is to be begun.
Result<std::unique_ptr<ImportCheckpoint>> ImportPipeline::findCheckpoint(Session& session)
{
    if (m_plan.resumes.isEmpty())
        return std::unique_ptr<ImportCheckpoint>();
    return ImportCheckpoint::resume(session, m_plan);
}

/// Reads the file, chunk by chunk; returns why it did not get to its end.
std::optional<Error> ImportPipeline::read(const ImportCheckpoint* from)
{
    auto source = ImportSource::open(m_plan.file, m_plan.format, m_reading);
    if (!source)
        return source.error();
    ImportSource& rows = **source;
    auto check = RowCheck::make(rows.columns(), rows.width(), m_plan, limitsOf(*m_table));
    if (!check)
        return check.error();
    m_check = *std::move(check);
    m_columns = rows.columns();
    m_width = rows.width();
    {
        const std::lock_guard lock(m_mutex);
        m_state.bytesTotal = rows.bytesTotal();
    }
    quint64 digest = firstDigest;
    if (from) {
        if (auto fault = skip(rows, *from, digest))
            return fault;
    }
    return pass(rows, digest);
}

/// What is done already.
std::optional<Error> ImportPipeline::skip(ImportSource& rows, const ImportCheckpoint& from,
                                          quint64& digest)
{
    const ImportProgress& done = from.progress();
    for (qint64 row = 0; row < done.report.rows; ++row) {
        const CsvRecord* record = rows.next();
        if (!record)
            break;
        digest = ImportChunk::digestWith(digest, *record);
        if (m_reading->isCancelled())
            return Error{.kind = ErrorKind::Cancelled};
    }
    if (rows.error())
        return rows.error();
    if (done.report.rows == 0 || digest == done.digest)
        return std::nullopt;
    return Error{.kind = ErrorKind::InvalidInput,
                 .message = u"The file has changed since its import began."_s,
                 .subject = m_plan.file,
                 .code = u"import.changed"_s};
}

std::optional<Error> ImportPipeline::pass(ImportSource& rows, quint64 digest)
{
    ImportChunk chunk;
    bool handedOn = false;
    const auto handOn = [&] {
        handedOn = true;
        chunk.bytesDone = rows.bytesDone();
        chunk.digest = digest;
        return m_read.push(std::exchange(chunk, {}));
    };
    while (const CsvRecord* record = rows.next()) {
        digest = ImportChunk::digestWith(digest, *record);
        chunk.add(*record);
        if (chunk.isFull(m_plan.chunkRows) && !handOn())
            return Error{.kind = ErrorKind::Cancelled};
        if (m_reading->isCancelled())
            return Error{.kind = ErrorKind::Cancelled};
    }
    if (!chunk.rows.empty() || !handedOn)
        handOn();
    return rows.error();
}

void ImportPipeline::check()
{
    while (auto chunk = m_read.pop()) {
        const bool goesOn = checkRows(*chunk);
        if (!m_checked.push(*std::move(chunk)))
            return;
        if (!goesOn) {
            m_reading->cancel();
            m_read.close();
        }
    }
    m_checked.end();
}

/// Makes drafts and rejects of what was read; false where nothing behind is to be written.
bool ImportPipeline::checkRows(ImportChunk& chunk) const
{
    const bool folds = m_table->engine == Engine::Sqlite && m_table->hasSearchText;
    chunk.drafts.reserve(chunk.rows.size());
    std::vector<std::string_view> fields;
    for (size_t i = 0; i < chunk.rows.size(); ++i) {
        auto checked = m_check->check(chunk.record(chunk.rows[i], fields));
        if (auto* draft = std::get_if<CustomerDraft>(&checked)) {
            if (folds)
                chunk.searchTexts.push_back(searchText(draft->name, draft->email, draft->phone));
            chunk.drafts.push_back(std::move(*draft));
            continue;
        }
        chunk.rows[i].reject = qsizetype(chunk.rejects.size());
        chunk.rejects.push_back(std::get<Reject>(std::move(checked)));
        if (m_plan.onError == ErrorPolicy::Stop) {
            chunk.rows.resize(i + 1);
            return false;
        }
    }
    return true;
}

std::optional<Error> ImportPipeline::write(Session& session, ImportWriter& writer,
                                           const std::function<void()>& notify)
{
    bool begun = false;
    while (auto chunk = m_checked.pop()) {
        waitWhilePaused(session.cancellation());
        if (!std::exchange(begun, true)) {
            if (auto started = writer.begin(m_columns, m_width); !started)
                return started.error();
        }
        const auto written = writer.write(*chunk);
        {
            const std::lock_guard lock(m_mutex);
            m_state.report = writer.report();
            m_state.bytesDone = chunk->bytesDone;
        }
        notify();
        if (!written)
            return written.error();
    }
    return std::nullopt;
}

void ImportPipeline::cancel()
{
    m_read.close();
    m_checked.close();
    m_reading->cancel();
}

void ImportPipeline::setPaused(bool paused)
{
    const std::lock_guard lock(m_mutex);
    m_paused = paused;
    m_changed.notify_all();
}

bool ImportPipeline::isPaused() const
{
    const std::lock_guard lock(m_mutex);
    return m_paused;
}

void ImportPipeline::waitWhilePaused(const Cancellation& cancellation)
{
    std::unique_lock lock(m_mutex);
    while (m_paused && !cancellation.isCancelled())
        m_changed.wait_for(lock, 50ms); // a cancellation wakes nobody
}

ImportPipeline::State ImportPipeline::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

} // namespace clientele
