// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/importresume.h"
#include "app/commands/importsetup.h"
#include "core/services/book.h"
#include "core/services/importjob.h"
#include "core/services/importwording.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

constexpr qsizetype shownRejects = 20;

void showProgress(Console& console, const JobProgress& progress)
{
    QString text =
        u"%1 rows, %2 rows/s"_s.arg(progress.rows).arg(progress.rowsPerSecond, 0, 'f', 0);
    if (progress.bytesTotal > 0)
        text.prepend(u"%1 %, "_s.arg(progress.bytesDone * 100 / progress.bytesTotal));
    if (progress.secondsLeft)
        text += u", %1 s left"_s.arg(*progress.secondsLeft, 0, 'f', 0);
    console.showProgress(text);
}

void printNumbers(Console& console, const ImportReport& report)
{
    if (console.json()) {
        const auto number = [](qint64 value) { return QByteArray::number(value); };
        console.write("{\"rows\":" + number(report.rows) + ",\"created\":" +
                      number(report.created) + ",\"updated\":" + number(report.updated) +
                      ",\"unchanged\":" + number(report.unchanged) + ",\"skipped\":" +
                      number(report.skipped) + ",\"rejected\":" + number(report.rejected) +
                      ",\"seconds\":" + QByteArray::number(report.seconds, 'f', 3) + '}');
        return;
    }
    console.print(
        u"%1 rows: %2 created, %3 updated, %4 unchanged, %5 skipped, %6 rejected, in %7 s"_s
            .arg(report.rows)
            .arg(report.created)
            .arg(report.updated)
            .arg(report.unchanged)
            .arg(report.skipped)
            .arg(report.rejected)
            .arg(report.seconds, 0, 'f', 1));
}

void sayRejects(Console& console, const ImportReport& report, bool kept)
{
    const qsizetype shown = std::min(shownRejects, report.firstRejects.size());
    for (const Reject& reject : report.firstRejects.first(shown)) {
        console.say(u"line %1, %2: %3"_s.arg(QString::number(reject.line), reject.column,
                                             printable(reject.reason)));
    }
    if (report.rejected > shown)
        console.say(u"... and %1 more."_s.arg(report.rejected - shown));
    if (report.rejected > 0)
        console.say(
            kept ? u"The rejected rows are in %1: mend them there and import that file."_s.arg(
                       report.rejectsFile)
                 : u"--rejects FILE keeps the rejected rows, to be mended and imported."_s);
}

/// As the import that is gone on with was told, or as the command line says.
Result<ImportSetup> setUp(Context& context, Book& book, const ImportChoices& choices)
{
    if (!context.arguments().has(u"resume"_s))
        return prepareImport(context, book, choices);
    auto plan = planToResume(context, book, choices.plan.file);
    if (!plan)
        return plan.error();
    return ImportSetup{.plan = *std::move(plan), .standardInput = nullptr};
}

/// Said of what may take several transactions: a row has ten characters or more.
void sayWhatCannotGoOn(Console& console, const Book& book, const ImportPlan& plan)
{
    constexpr qint64 leastRow = 10;
    const bool mayTakeSeveral = QFileInfo(plan.file).size() > leastRow * plan.chunkRows;
    if (!book.info().keepsImports && mayTakeSeveral && !plan.atomic && !plan.dryRun)
        console.say(wording::importCannotGoOn());
}

int import(Context& context)
{
    auto choices = ImportChoices::from(context.arguments());
    if (!choices)
        return context.fail(choices.error());
    auto book = context.openReady();
    if (!book)
        return context.fail(book.error());
    auto setup = setUp(context, **book, *choices);
    if (!setup)
        return context.fail(setup.error());

    sayWhatCannotGoOn(context.console(), **book, setup->plan);
    ImportReport report;
    {
        ImportJob job(**book, setup->plan);
        QObject::connect(&job, &Job::progressed, &job,
                         [&] { showProgress(context.console(), job.progress()); });
        context.wait(job);
        report = job.importReport();
    }
    Console& console = context.console();
    console.showProgress({});
    const bool kept = !setup->plan.rejectsFile.isEmpty();
    const bool resumable = report.ended && report.ended->code != u"import.stopped";
    if (!kept && !resumable && !report.rejectsFile.isEmpty())
        QFile::remove(report.rejectsFile);
    sayRejects(console, report, kept);
    if (report.dryRun)
        console.say(u"This was a dry run: nothing was written."_s);
    printNumbers(console, report);
    if (report.ended)
        return context.fail(*report.ended);
    return report.rejected > 0 ? SomeRejected : Done;
}

} // namespace

QList<Command> importCommands()
{
    return {{
        .name = u"import"_s,
        .usage = u"FILE|- [--map FIELD=COLUMN[+COLUMN...]]... [--separator FIELD=TEXT]... "
                 "[--set FIELD=VALUE]... [--date-format F] [--null TEXT]... "
                 "[--on-duplicate skip|update|reject] [--update-fields FIELD,...] "
                 "[--clear FIELD,...] [--on-error skip|stop] [--dry-run] [--atomic] "
                 "[--rejects FILE] [--encoding E] [--delimiter C] [--chunk ROWS] [--recipe FILE] "
                 "[--save-recipe FILE] [--resume]"_s,
        .summary = u"Import customers from a CSV or JSON file"_s,
        .options = ImportChoices::options(),
        .leastWords = 1,
        .mostWords = 1,
        .run = import,
    }};
}

} // namespace clientele::ctl
