// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exportjob.h"

#include "core/db/customerstream.h"
#include "core/services/book.h"
#include "core/services/bookengine.h"
#include "core/services/exporttarget.h"
#include "core/services/exportwriter.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include <atomic>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 millisecondsBetweenSignals = 50;
constexpr int rowsBetweenLooks = 1024;

} // namespace

struct ExportJob::Private
{
    /// What the writing thread and the job share.
    struct Work
    {
        ExportPlan plan;
        std::shared_ptr<const CustomerTable> table;
        std::atomic<qint64> rows = 0;
        std::atomic<bool> isClosing = false; ///< a workbook is packed once it is whole

        /// @p notify is told whether it matters now.
        Result<> run(Session& session, const std::function<void(bool)>& notify);
    };

    std::shared_ptr<Work> work = std::make_shared<Work>();
    Task<std::monostate> task;
    QElapsedTimer sinceStart;
    std::optional<Error> error;
};

Result<> ExportJob::Private::Work::run(Session& session, const std::function<void(bool)>& notify)
{
    rows = 0;
    isClosing = false;
    const std::shared_ptr<const Cancellation> cancellation = session.sharedCancellation();
    auto target = ExportTarget::open(plan.file, cancellation);
    if (!target)
        return target.error();
    const WriterPlace place{
        .device = (*target)->device(), .folder = (*target)->folder(), .cancellation = cancellation};
    ExportWriter writer(CustomerWriter::make(plan.style, place), cancellation);
    CustomerStream customers(session, *table);
    bool wanted = true;
    const auto read = customers.each(plan.query, plan.selection, [&](const CustomerCells& cells) {
        if (++rows % rowsBetweenLooks == 0)
            notify(false);
        return wanted = writer.add(cells);
    });
    if (!read && wanted)
        return read;
    isClosing = true;
    notify(true);
    if (const auto written = writer.finish(); !written)
        return written;
    return (*target)->commit();
}

ExportJob::ExportJob(Book& book, const ExportPlan& plan, QObject* parent)
    : Job(parent), d(std::make_unique<Private>())
{
    d->work->plan = plan;
    d->work->table = book.engine()->table();
    d->sinceStart.start();
    auto notify = [this, sinceSignal = QElapsedTimer()](bool now) mutable {
        if (!now && sinceSignal.isValid() && sinceSignal.elapsed() < millisecondsBetweenSignals)
            return;
        sinceSignal.start();
        QMetaObject::invokeMethod(this, &ExportJob::takeProgress, Qt::QueuedConnection);
    };
    // What went into a pipe cannot be taken back and done over.
    const Access access = ExportTarget::isReplaceable(plan.file) ? Access::Read : Access::Write;
    d->task = book.engine()->executor().run(
        Lane::Bulk, access, [work = d->work, notify = std::move(notify)](Session& session) {
            return work->run(session, notify);
        });
    whenDone(d->task, this, [this](const Result<>& result) { end(result); });
}

ExportJob::~ExportJob()
{
    cancel();
    std::ignore = d->task.wait();
}

QString ExportJob::title() const
{
    const QString& file = d->work->plan.file;
    return file == u"-" ? tr("standard output") : QFileInfo(file).fileName();
}

void ExportJob::cancel()
{
    d->task.cancel();
}

const ExportPlan& ExportJob::plan() const
{
    return d->work->plan;
}

qint64 ExportJob::rows() const
{
    return d->work->rows;
}

const std::optional<Error>& ExportJob::error() const
{
    return d->error;
}

void ExportJob::takeProgress()
{
    if (isFinished())
        return;
    const double seconds = double(d->sinceStart.nsecsElapsed()) / 1e9;
    JobProgress progress;
    progress.rows = rows();
    progress.rowsPerSecond = double(progress.rows) / seconds;
    const qint64 left = d->work->plan.expectedRows - progress.rows;
    progress.isClosing = d->work->isClosing;
    if (progress.rows > 0 && d->work->plan.expectedRows > 0)
        progress.secondsLeft = double(std::max<qint64>(left, 0)) / progress.rowsPerSecond;
    report(progress);
}

void ExportJob::end(const Result<>& result)
{
    takeProgress();
    if (!result)
        d->error = result.error();
    finish();
}

} // namespace clientele
