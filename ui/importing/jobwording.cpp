// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/jobwording.h"

#include "core/services/exportjob.h"
#include "core/services/importjob.h"
#include "core/services/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace clientele::jobwording {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(clientele::jobwording)
};

/// Two digits are all that a rate is good for while it still moves.
qint64 rounded(double rate)
{
    if (rate < 100)
        return std::llround(rate);
    const double step = std::pow(10.0, std::floor(std::log10(rate)) - 1);
    return std::llround(std::round(rate / step) * step);
}

QString ending(const Error& error, const QString& done)
{
    if (error.kind == ErrorKind::Cancelled)
        return Words::tr("Cancelled. %1").arg(done);
    return Words::tr("Stopped: %1").arg(wording::sentence(error));
}

} // namespace

std::optional<int> percent(const JobProgress& progress)
{
    if (progress.bytesTotal <= 0)
        return std::nullopt;
    const double share = double(progress.bytesDone) / double(progress.bytesTotal);
    return std::clamp(int(share * 100), 0, 100);
}

QString duration(double seconds)
{
    if (seconds < 1)
        return Words::tr("less than a second");
    const auto whole = std::llround(seconds);
    if (whole < 60)
        return Words::tr("%1 s").arg(whole);
    if (whole < 3600)
        return whole % 60 == 0 ? Words::tr("%1 min").arg(whole / 60)
                               : Words::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return Words::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString progress(const JobProgress& progress)
{
    if (progress.isClosing)
        return Words::tr("All %Ln rows are read. Finishing the file…", nullptr, int(progress.rows));
    QStringList parts;
    if (const auto share = percent(progress))
        parts << Words::tr("%1 %").arg(*share);
    else if (progress.rows > 0)
        parts << Words::tr("%Ln rows", nullptr, int(progress.rows));
    if (progress.rowsPerSecond > 0)
        parts << Words::tr("%Ln rows/s", nullptr, int(rounded(progress.rowsPerSecond)));
    if (progress.secondsLeft)
        parts << Words::tr("%1 left").arg(duration(*progress.secondsLeft));
    return parts.isEmpty() ? Words::tr("Starting…") : parts.join(u" · "_s);
}

QString amount(const JobProgress& progress)
{
    const auto size = [](qint64 bytes) {
        return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    };
    QStringList parts;
    if (progress.bytesTotal > 0)
        parts << Words::tr("%1 of %2").arg(size(progress.bytesDone), size(progress.bytesTotal));
    parts << Words::tr("%Ln rows", nullptr, int(progress.rows));
    return parts.join(u" · "_s);
}

QString counts(const ImportReport& report)
{
    QStringList parts;
    const auto add = [&parts](qint64 count, const char* text) {
        if (count > 0)
            parts << Words::tr(text, nullptr, int(count));
    };
    add(report.created, QT_TRANSLATE_N_NOOP("clientele::jobwording", "%Ln new"));
    add(report.updated, QT_TRANSLATE_N_NOOP("clientele::jobwording", "%Ln updated"));
    add(report.unchanged, QT_TRANSLATE_N_NOOP("clientele::jobwording", "%Ln unchanged"));
    add(report.skipped, QT_TRANSLATE_N_NOOP("clientele::jobwording", "%Ln skipped"));
    add(report.rejected, QT_TRANSLATE_N_NOOP("clientele::jobwording", "%Ln rejected"));
    return parts.isEmpty() ? Words::tr("No rows yet.") : parts.join(u" · "_s);
}

QString terms(const ImportPlan& plan)
{
    const bool stops = plan.onError == ErrorPolicy::Stop;
    if (plan.atomic && stops)
        return Words::tr("One rejected row, and nothing is imported.");
    if (plan.atomic)
        return Words::tr(
            "Cancelled or cut off, it leaves the book as it was. Rejected rows are only left "
            "out.");
    return stops
               ? Words::tr("It ends at the first rejected row: those before it are imported, those "
                           "behind it are not.")
               : QString();
}

QString title(const Job& job)
{
    if (qobject_cast<const ExportJob*>(&job))
        return Words::tr("Export to %1").arg(job.title());
    return Words::tr("Import of %1").arg(job.title());
}

QString summary(const Job& job)
{
    if (job.isFinished())
        return summary(JobRecord::of(job));
    if (job.isPaused())
        return Words::tr("Paused · %1").arg(amount(job.progress()));
    return progress(job.progress());
}

bool wentWrong(const Job& job)
{
    return job.isFinished() && wentWrong(JobRecord::of(job));
}

QString title(const JobRecord& record)
{
    return record.report ? Words::tr("Import of %1").arg(record.name)
                         : Words::tr("Export to %1").arg(record.name);
}

QString summary(const JobRecord& record)
{
    if (record.report)
        return record.report->ended ? ending(*record.report->ended, counts(*record.report))
                                    : counts(*record.report);
    if (record.error)
        return ending(*record.error, Words::tr("No file was written."));
    return Words::tr("%Ln customers written", nullptr, int(record.customers));
}

bool wentWrong(const JobRecord& record)
{
    return record.report ? record.report->ended.has_value() : record.error.has_value();
}

} // namespace clientele::jobwording
