// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importjob.h"

#include "core/services/book.h"
#include "core/services/bookengine.h"
#include "core/services/importqueue.h"
#include "core/services/importrowcheck.h"
#include "core/services/importsource.h"
#include "core/services/importwriter.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QPointer>

#include <thread>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t chunksAhead = 3;
constexpr qint64 millisecondsBetweenSignals = 50;

FieldLimits limitsOf(const CustomerTable& table)
{
    return {.name = table.nameLimit, .email = table.emailLimit, .phone = table.phoneLimit};
}

/// What the reading and the writing thread share; it outlives both.
struct Work
{
    ImportPlan plan;
    std::shared_ptr<const CustomerTable> table;
    std::shared_ptr<Cancellation> reading = std::make_shared<Cancellation>();
    BoundedQueue<ImportChunk> chunks{chunksAhead};

    // Written before the first chunk is queued, read behind it.
    QStringList columns;
    size_t width = 0;

    std::mutex mutex;
    std::optional<Error> readError;
    ImportReport report;
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
};

/// Reads and checks the file, chunk by chunk; returns why it did not get to its end.
std::optional<Error> readFile(Work& work)
{
    auto source = ImportSource::open(work.plan.file, work.plan.format, work.reading);
    if (!source)
        return source.error();
    ImportSource& rows = **source;
    const auto check =
        RowCheck::make(rows.columns(), rows.width(), work.plan.mapping, limitsOf(*work.table));
    if (!check)
        return check.error();
    work.columns = rows.columns();
    work.width = rows.width();
    {
        const std::lock_guard lock(work.mutex);
        work.bytesTotal = rows.bytesTotal();
    }

    ImportChunk chunk;
    const auto pass = [&] {
        chunk.bytesDone = rows.bytesDone();
        return work.chunks.push(std::exchange(chunk, {}));
    };
    while (const CsvRecord* record = rows.next()) {
        auto checked = check->check(*record);
        const bool rejected = std::holds_alternative<Reject>(checked);
        std::visit([&](auto& result) { chunk.add(*record, std::move(result)); }, checked);
        if (rejected && work.plan.onError == ErrorPolicy::Stop)
            break; // nothing behind it is to be written
        if (chunk.isFull(work.plan.chunkRows) && !pass())
            return Error{.kind = ErrorKind::Cancelled};
        if (work.reading->isCancelled())
            return Error{.kind = ErrorKind::Cancelled};
    }
    pass();
    return rows.error();
}

/// Writes what is read, in the thread of a connection. @p notify is called after each chunk.
void writeChunks(Session& session, Work& work, const std::function<void()>& notify)
{
    ImportWriter writer(session, *work.table, work.plan);
    Result<> written;
    bool begun = false;
    while (written) {
        auto chunk = work.chunks.pop();
        if (!chunk)
            break;
        if (!std::exchange(begun, true))
            written = writer.begin(work.columns, work.width);
        if (written)
            written = writer.write(*chunk);
        const std::lock_guard lock(work.mutex);
        work.report = writer.report();
        work.bytesDone = chunk->bytesDone;
        notify();
    }
    // A reader that waits for room is let go.
    work.chunks.close();
    work.reading->cancel();
    std::optional<Error> ended;
    if (!written)
        ended = written.error();
    else if (session.cancellation().isCancelled())
        ended = Error{.kind = ErrorKind::Cancelled};
    {
        const std::lock_guard lock(work.mutex);
        if (!ended)
            ended = work.readError;
    }
    writer.finish(ended);
    const std::lock_guard lock(work.mutex);
    work.report = writer.report();
}

} // namespace

struct ImportJob::Private
{
    QPointer<Book> book;
    std::shared_ptr<Work> work = std::make_shared<Work>();
    std::thread reader;
    Task<std::monostate> task;
    ImportReport report;
    QElapsedTimer sinceStart;

    void join()
    {
        work->chunks.close();
        work->reading->cancel();
        if (reader.joinable())
            reader.join();
    }
};

ImportJob::ImportJob(Book& book, const ImportPlan& plan, QObject* parent)
    : Job(parent), d(std::make_unique<Private>())
{
    d->book = &book;
    d->work->plan = plan;
    d->work->table = book.engine()->table();
    d->sinceStart.start();

    d->reader = std::thread([work = d->work] {
        auto error = readFile(*work);
        const std::lock_guard lock(work->mutex);
        work->readError = std::move(error);
        work->chunks.end();
    });
    // Signals are spaced out here, so that a fast writer does not flood the event loop.
    auto notify = [this, sinceSignal = QElapsedTimer()]() mutable {
        if (sinceSignal.isValid() && sinceSignal.elapsed() < millisecondsBetweenSignals)
            return;
        sinceSignal.start();
        QMetaObject::invokeMethod(this, &ImportJob::takeProgress, Qt::QueuedConnection);
    };
    d->task = book.engine()->executor().run(
        Lane::Bulk, Access::Write,
        [work = d->work, notify = std::move(notify)](Session& session) mutable -> Result<> {
            // Errors are kept in the report: what is done cannot be done over by the pool.
            writeChunks(session, *work, notify);
            return {};
        });
    whenDone(d->task, this, [this](const Result<>& result) { end(result); });
}

ImportJob::~ImportJob()
{
    cancel();
    d->join();
    std::ignore = d->task.wait();
}

QString ImportJob::title() const
{
    const QString& file = d->work->plan.file;
    return file == u"-" ? tr("standard input") : QFileInfo(file).fileName();
}

void ImportJob::cancel()
{
    d->task.cancel();
    d->work->reading->cancel();
    d->work->chunks.close();
}

const ImportPlan& ImportJob::plan() const
{
    return d->work->plan;
}

const ImportReport& ImportJob::importReport() const
{
    return d->report;
}

void ImportJob::takeProgress()
{
    if (isFinished())
        return;
    JobProgress progress;
    {
        const std::lock_guard lock(d->work->mutex);
        d->report = d->work->report;
        progress.bytesDone = d->work->bytesDone;
        progress.bytesTotal = d->work->bytesTotal;
    }
    d->report.seconds = double(d->sinceStart.nsecsElapsed()) / 1e9;
    progress.rows = d->report.rows;
    progress.rowsPerSecond = double(progress.rows) / d->report.seconds;
    if (progress.bytesDone > 0 && progress.bytesTotal > 0)
        progress.secondsLeft = d->report.seconds / double(progress.bytesDone) *
                               double(progress.bytesTotal - progress.bytesDone);
    report(progress);
}

void ImportJob::end(const Result<>& result)
{
    d->join();
    takeProgress();
    // Where no connection was to be had, nothing was written at all.
    if (!result)
        d->report.ended = result.error();
    const bool changed = d->report.created + d->report.updated > 0 && !d->report.dryRun;
    if (d->book &&
        (changed || (d->report.ended && d->report.ended->kind == ErrorKind::OutcomeUnknown)))
        Q_EMIT d->book->customersChanged();
    finish();
}

} // namespace clientele
