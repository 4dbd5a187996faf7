// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exportjob.h"

#include "core/db/customerrepository.h"
#include "core/io/csvwriter.h"
#include "core/io/customerwriter.h"
#include "core/services/book.h"
#include "core/services/bookengine.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <atomic>
#include <cstdio>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 millisecondsBetweenSignals = 50;
constexpr int rowsBetweenLooks = 256;

std::unique_ptr<CustomerWriter> makeWriter(QIODevice& device, ExportFormat format)
{
    switch (format) {
    case ExportFormat::Json:
        return CustomerWriter::json(device);
    case ExportFormat::JsonLines:
        return CustomerWriter::jsonLines(device);
    case ExportFormat::Csv:
        break;
    }
    return CustomerWriter::csv(device);
}

Result<std::unique_ptr<QFileDevice>> openTarget(const QString& name)
{
    if (name == u"-") {
        auto output = std::make_unique<QFile>();
        if (!output->open(stdout, QIODevice::WriteOnly))
            return writeError(*output);
        return std::unique_ptr<QFileDevice>(std::move(output));
    }
    // A pipe or a device must be written to, not replaced.
    const QFileInfo info(name);
    std::unique_ptr<QFileDevice> file;
    if (info.exists() && !info.isFile() && !info.isDir())
        file = std::make_unique<QFile>(name);
    else
        file = std::make_unique<QSaveFile>(name);
    if (!file->open(QIODevice::WriteOnly))
        return writeError(*file);
    return file;
}

Result<> closeTarget(QFileDevice& device)
{
    auto* const saved = qobject_cast<QSaveFile*>(&device);
    if (saved && !saved->commit())
        return writeError(device);
    return {};
}

} // namespace

struct ExportJob::Private
{
    /// What the writing thread and the job share.
    struct Work
    {
        ExportPlan plan;
        std::shared_ptr<const CustomerTable> table;
        std::atomic<qint64> rows = 0;

        Result<> run(Session& session, const std::function<void()>& notify);
    };

    std::shared_ptr<Work> work = std::make_shared<Work>();
    Task<std::monostate> task;
    QElapsedTimer sinceStart;
    std::optional<Error> error;
};

Result<> ExportJob::Private::Work::run(Session& session, const std::function<void()>& notify)
{
    rows = 0;
    auto target = openTarget(plan.file);
    if (!target)
        return target.error();
    const auto writer = makeWriter(**target, plan.format);
    CustomerRepository customers(session, *table);
    Result<> written;
    const auto read = customers.forEach(plan.query, [&](const Customer& customer) {
        written = writer->write(customer);
        if (++rows % rowsBetweenLooks == 0)
            notify();
        return written.hasValue() && !session.cancellation().isCancelled();
    });
    if (!written)
        return written;
    if (!read)
        return read;
    if (session.cancellation().isCancelled())
        return Error{.kind = ErrorKind::Cancelled};
    if (const auto finished = writer->finish(); !finished)
        return finished;
    return closeTarget(**target);
}

ExportJob::ExportJob(Book& book, const ExportPlan& plan, QObject* parent)
    : Job(parent), d(std::make_unique<Private>())
{
    d->work->plan = plan;
    d->work->table = book.engine()->table();
    d->sinceStart.start();
    auto notify = [this, sinceSignal = QElapsedTimer()]() mutable {
        if (sinceSignal.isValid() && sinceSignal.elapsed() < millisecondsBetweenSignals)
            return;
        sinceSignal.start();
        QMetaObject::invokeMethod(this, &ExportJob::takeProgress, Qt::QueuedConnection);
    };
    // What went to standard output cannot be taken back and done over.
    const Access access = plan.file == u"-" ? Access::Write : Access::Read;
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
