// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/customers.h"
#include "core/services/book.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

constexpr int pageRows = 1000;

int list(Context& context)
{
    auto query = queryFrom(context.arguments());
    if (!query)
        return context.fail(query.error());
    const auto limit = context.arguments().number(u"limit"_s, -1);
    if (!limit)
        return context.fail(limit.error());
    const auto offset = context.arguments().number(u"offset"_s, 0);
    if (!offset)
        return context.fail(offset.error());
    auto book = context.openReady();
    if (!book)
        return context.fail(book.error());

    CustomerPrinter printer(context.console());
    PageRequest request{.where = PageRequest::Where::Offset, .offset = *offset};
    for (qint64 left = *limit; left != 0;) {
        request.limit = static_cast<int>(left < 0 ? pageRows : std::min<qint64>(left, pageRows));
        const auto page = context.wait((*book)->page(*query, request));
        if (!page)
            return context.fail(page.error());
        printer.print(page->rows);
        const auto count = static_cast<qint64>(page->rows.size());
        if (count < request.limit)
            break;
        left -= left < 0 ? 0 : count;
        request.where = PageRequest::Where::After;
        request.anchor = page->rows.back();
    }
    return Done;
}

int count(Context& context)
{
    auto query = queryFrom(context.arguments());
    if (!query)
        return context.fail(query.error());
    auto book = context.openReady();
    if (!book)
        return context.fail(book.error());
    const auto total = context.wait((*book)->count(*query));
    if (!total)
        return context.fail(total.error());
    if (context.console().json())
        context.console().write("{\"count\":" + QByteArray::number(*total) + '}');
    else
        context.console().print(QString::number(*total));
    return Done;
}

int show(Context& context)
{
    const QString& word = context.arguments().words().first();
    const auto id = customerId(word);
    if (!id && !word.contains(u'@'))
        return context.fail(usageError(
            u"\"%1\" is neither a customer's number nor an e-mail address."_s.arg(word)));
    auto book = context.openReady();
    if (!book)
        return context.fail(book.error());
    const auto customer =
        context.wait(id ? (*book)->customer(*id) : (*book)->customerByEmail(word));
    if (!customer)
        return context.fail(customer.error());
    if (!*customer)
        return context.fail(noSuchCustomer(word));
    printCustomer(context.console(), **customer);
    return Done;
}

} // namespace

QList<Command> browsingCommands()
{
    QList<OptionSpec> listOptions = queryOptions();
    listOptions << OptionSpec{u"sort"_s, u"FIELD[:desc]"_s,
                              u"by id, name, email, phone, is_active, created_at or updated_at; "
                              "several with commas"_s}
                << OptionSpec{u"limit"_s, u"N"_s, u"at most so many"_s}
                << OptionSpec{u"offset"_s, u"N"_s, u"leave out the first N"_s};
    return {
        {.name = u"list"_s,
         .usage = u"[--search TEXT] [--active|--inactive|--all] [--sort FIELD[:desc]] [--limit N] "
                  "[--offset N]"_s,
         .summary = u"List customers"_s,
         .options = listOptions,
         .details = searchHelp(),
         .run = list},
        {.name = u"count"_s,
         .usage = u"[--search TEXT] [--active|--inactive|--all]"_s,
         .summary = u"Count customers"_s,
         .options = queryOptions(),
         .details = searchHelp(),
         .run = count},
        {.name = u"show"_s,
         .usage = u"ID|EMAIL"_s,
         .summary = u"Show one customer"_s,
         .leastWords = 1,
         .mostWords = 1,
         .run = show},
    };
}

} // namespace clientele::ctl
