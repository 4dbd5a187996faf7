// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/customers.h"
#include "core/services/book.h"
#include "core/services/exportjob.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

/// As --format says, else as the file's name does, else CSV.
Result<ExportFormat> formatFrom(const Arguments& arguments)
{
    static const QStringList names{u"csv"_s, u"json"_s, u"jsonl"_s};
    static constexpr ExportFormat formats[]{ExportFormat::Csv, ExportFormat::Json,
                                            ExportFormat::JsonLines};
    if (const auto name = arguments.value(u"format"_s)) {
        if (!names.contains(*name))
            return usageError(u"--format takes csv, json or jsonl, not \"%1\"."_s.arg(*name));
        return formats[names.indexOf(*name)];
    }
    const QString suffix = QFileInfo(arguments.words().first()).suffix().toLower();
    return formats[qMax<qsizetype>(0, names.indexOf(suffix))];
}

int exportCustomers(Context& context)
{
    const auto format = formatFrom(context.arguments());
    if (!format)
        return context.fail(format.error());
    const auto query = queryFrom(context.arguments());
    if (!query)
        return context.fail(query.error());
    auto book = context.openReady();
    if (!book)
        return context.fail(book.error());

    const QString file = context.arguments().words().first();
    ExportJob job(**book, {.file = file, .format = *format, .query = *query});
    Console& console = context.console();
    QObject::connect(&job, &Job::progressed, &job, [&] {
        console.showProgress(u"%1 rows, %2 rows/s"_s.arg(job.progress().rows)
                                 .arg(job.progress().rowsPerSecond, 0, 'f', 0));
    });
    context.wait(job);
    console.showProgress({});
    if (job.error())
        return context.fail(*job.error());
    console.say(u"Exported %1 customers."_s.arg(job.rows()));
    return Done;
}

} // namespace

QList<Command> exportCommands()
{
    QList<OptionSpec> options{{u"format"_s, u"csv|json|jsonl"_s,
                               u"how to write; else as the file's name ends, else csv"_s}};
    return {{
        .name = u"export"_s,
        .usage = u"FILE|- [--format csv|json|jsonl] [--search TEXT] [--active|--inactive|--all]"_s,
        .summary = u"Export customers to a file or standard output"_s,
        .options = options + queryOptions(),
        .details = searchHelp(),
        .leastWords = 1,
        .mostWords = 1,
        .run = exportCustomers,
    }};
}

} // namespace clientele::ctl
