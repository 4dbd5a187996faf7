// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/customers.h"
#include "core/services/book.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

Result<std::vector<CustomerId>> customerIds(const QStringList& words)
{
    std::vector<CustomerId> ids;
    for (const QString& word : words) {
        const auto id = customerId(word);
        if (!id)
            return usageError(u"\"%1\" is not a customer's number."_s.arg(word));
        if (std::find(ids.begin(), ids.end(), *id) == ids.end())
            ids.push_back(*id);
    }
    return ids;
}

bool contains(const std::vector<Customer>& customers, CustomerId id)
{
    return std::any_of(customers.begin(), customers.end(),
                       [id](const Customer& customer) { return customer.id == id; });
}

/// A line for each that was changed, and a sentence for each that is not there.
int report(Context& context, Book& book, const std::vector<CustomerId>& ids,
           const std::vector<Customer>& changed, const QString& done, const QString& already)
{
    int status = Done;
    Console& console = context.console();
    for (const Customer& customer : changed) {
        if (console.json())
            console.write(toJsonLine(customer));
        else
            console.print(u"%1 customer #%2: %3"_s.arg(done, QString::number(customer.id.value),
                                                       printable(customer.name)));
    }
    for (const CustomerId id : ids) {
        if (contains(changed, id))
            continue;
        const auto customer = context.wait(book.customer(id));
        if (!customer)
            return context.fail(customer.error());
        if (*customer && !already.isEmpty())
            console.say(u"Customer #%1 is %2 already."_s.arg(QString::number(id.value), already));
        else
            status = context.fail(noSuchCustomer(QString::number(id.value)));
    }
    return status;
}

int setActive(Context& context, bool active)
{
    const auto ids = customerIds(context.arguments().words());
    if (!ids)
        return context.fail(ids.error());
    auto book = context.openReady();
    if (!book)
        return context.fail(book.error());
    const auto changed = context.wait((*book)->setActive(*ids, active));
    if (!changed)
        return context.fail(changed.error());
    return report(context, **book, *ids, *changed, active ? u"Restored"_s : u"Deactivated"_s,
                  active ? u"active"_s : u"inactive"_s);
}

int deactivate(Context& context)
{
    return setActive(context, false);
}
int restore(Context& context)
{
    return setActive(context, true);
}

int remove(Context& context)
{
    const auto ids = customerIds(context.arguments().words());
    if (!ids)
        return context.fail(ids.error());
    if (!context.arguments().has(u"yes"_s))
        return context.fail(usageError(u"delete removes customers for good. Say --yes if that is "
                                       "meant, or use deactivate, which can be taken back."_s));
    auto book = context.openReady();
    if (!book)
        return context.fail(book.error());
    const auto removed = context.wait((*book)->remove(*ids));
    if (!removed)
        return context.fail(removed.error());
    return report(context, **book, *ids, *removed, u"Deleted"_s, QString());
}

} // namespace

QList<Command> stateCommands()
{
    return {
        {.name = u"deactivate"_s,
         .usage = u"ID..."_s,
         .summary = u"Mark customers as inactive"_s,
         .leastWords = 1,
         .mostWords = -1,
         .run = deactivate},
        {.name = u"restore"_s,
         .usage = u"ID..."_s,
         .summary = u"Mark customers as active again"_s,
         .leastWords = 1,
         .mostWords = -1,
         .run = restore},
        {.name = u"delete"_s,
         .usage = u"ID... --yes"_s,
         .summary = u"Remove customers for good"_s,
         .options = {{u"yes"_s, {}, u"they are meant to go"_s}},
         .leastWords = 1,
         .mostWords = -1,
         .run = remove},
    };
}

} // namespace clientele::ctl
