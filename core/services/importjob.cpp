// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importjob.h"

#include "core/services/book.h"
#include "core/services/bookengine.h"
#include "core/services/importpipeline.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QPointer>

#include <tuple>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 millisecondsBetweenSignals = 50;

} // namespace

struct ImportJob::Private
{
    QPointer<Book> book;
    std::shared_ptr<ImportPipeline> pipeline; ///< outlives its threads
    Task<std::monostate> task;
    ImportReport report;
    QElapsedTimer sinceStart; ///< or since it was let go on
    double secondsBefore = 0; ///< at work, up to the last pause

    [[nodiscard]] double seconds() const
    {
        const double now = pipeline->isPaused() ? 0 : double(sinceStart.nsecsElapsed()) / 1e9;
        return secondsBefore + now;
    }
};

ImportJob::ImportJob(Book& book, const ImportPlan& plan, QObject* parent)
    : Job(parent), d(std::make_unique<Private>())
{
    d->book = &book;
    d->pipeline = std::make_shared<ImportPipeline>(plan, book.engine()->table());
    d->sinceStart.start();

    // Signals are spaced out here, so that a fast writer does not flood the event loop.
    auto notify = [this, sinceSignal = QElapsedTimer()]() mutable {
        if (sinceSignal.isValid() && sinceSignal.elapsed() < millisecondsBetweenSignals)
            return;
        sinceSignal.start();
        QMetaObject::invokeMethod(this, &ImportJob::takeProgress, Qt::QueuedConnection);
    };
    d->task = book.engine()->executor().run(
        Lane::Bulk, Access::Write,
        [pipeline = d->pipeline, notify = std::move(notify)](Session& session) -> Result<> {
            // Errors are kept in the report: what is done cannot be done over by the pool.
            pipeline->run(session, notify);
            return {};
        });
    whenDone(d->task, this, [this](const Result<>& result) { end(result); });
}

ImportJob::~ImportJob()
{
    cancel();
    std::ignore = d->task.wait();
}

QString ImportJob::title() const
{
    const QString& file = plan().file;
    return file == u"-" ? tr("standard input") : QFileInfo(file).fileName();
}

void ImportJob::cancel()
{
    d->task.cancel();
    d->pipeline->cancel();
}

bool ImportJob::isPaused() const
{
    return d->pipeline->isPaused();
}

void ImportJob::setPaused(bool paused)
{
    if (paused == isPaused() || isFinished())
        return;
    if (paused)
        d->secondsBefore = d->seconds();
    else
        d->sinceStart.start();
    d->pipeline->setPaused(paused);
    takeProgress();
}

bool ImportJob::holdsLocks() const
{
    return plan().atomic || plan().dryRun;
}

const ImportPlan& ImportJob::plan() const
{
    return d->pipeline->plan();
}

const ImportReport& ImportJob::importReport() const
{
    return d->report;
}

void ImportJob::takeProgress()
{
    if (isFinished())
        return;
    const ImportPipeline::State state = d->pipeline->state();
    d->report = state.report;
    d->report.seconds = d->seconds();
    JobProgress progress{
        .bytesDone = state.bytesDone, .bytesTotal = state.bytesTotal, .rows = state.report.rows};
    progress.rowsPerSecond = double(progress.rows - state.rowsBefore) / d->report.seconds;
    const qint64 bytes = state.bytesDone - state.bytesBefore;
    if (bytes > 0 && progress.bytesTotal > 0)
        progress.secondsLeft =
            d->report.seconds / double(bytes) * double(progress.bytesTotal - progress.bytesDone);
    report(progress);
}

void ImportJob::end(const Result<>& result)
{
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
