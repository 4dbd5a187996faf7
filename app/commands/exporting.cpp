// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/customers.h"
#include "app/commands/exportstyle.h"
#include "core/services/book.h"
#include "core/services/exportjob.h"
#include "core/services/sortwording.h"

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

int exportCustomers(Context& context)
{
    const QString file = context.arguments().words().first();
    const auto style = styleFrom(context.arguments(), file);
    if (!style)
        return context.fail(style.error());
    const auto query = queryFrom(context.arguments());
    if (!query)
        return context.fail(query.error());
    auto book = context.openReady();
    if (!book)
        return context.fail(book.error());

    context.remark(wording::scanningSort(query->sort, context.info()));
    ExportJob job(**book, {.file = file, .style = *style, .query = *query});
    Console& console = context.console();
    QObject::connect(&job, &Job::progressed, &job, [&] {
        const JobProgress& progress = job.progress();
        console.showProgress(progress.isClosing
                                 ? u"%1 rows, finishing the file"_s.arg(progress.rows)
                                 : u"%1 rows, %2 rows/s"_s.arg(progress.rows)
                                       .arg(progress.rowsPerSecond, 0, 'f', 0));
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
    return {{
        .name = u"export"_s,
        .usage = u"FILE|- [--format csv|tsv|json|jsonl|xlsx|vcard|markdown] [--columns FIELD,…]\n"
                 "       [--delimiter C] [--null TEXT] [--quote needed|all] [--line-end lf|crlf] "
                 "[--bom]\n"
                 "       [--guard|--no-guard] [--search TEXT] [--active|--inactive|--all] [--sort "
                 "FIELD[:desc]]"_s,
        .summary = u"Export customers to a file or standard output"_s,
        .options =
            styleOptions() + queryOptions() +
            QList<OptionSpec>{{u"sort"_s, u"FIELD[:desc]"_s,
                               u"by which they are sorted; two with a comma between them"_s}},
        .details = styleHelp() + searchHelp(),
        .leastWords = 1,
        .mostWords = 1,
        .run = exportCustomers,
    }};
}

} // namespace clientele::ctl
