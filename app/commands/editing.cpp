// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "app/commands/customers.h"
#include "core/domain/email.h"
#include "core/domain/phone.h"
#include "core/services/book.h"
#include "core/services/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

Result<QString> checkedName(const QString& typed)
{
    const QString name = typed.trimmed();
    if (name.isEmpty())
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = u"A customer needs a name."_s,
                     .column = u"name"_s};
    return name;
}

Result<QString> checkedEmail(const QString& typed)
{
    const auto email = Email::parse(typed);
    if (const auto* refusal = std::get_if<Email::Refusal>(&email))
        return Error{.kind = ErrorKind::InvalidInput,
                     .message = wording::sentence(*refusal),
                     .column = u"email"_s,
                     .code = code(refusal->fault)};
    return std::get<Email>(email).toString();
}

/// The customer with the options' values put in.
Result<Customer> edited(const Arguments& arguments, Customer customer)
{
    if (const auto typed = arguments.value(u"name"_s)) {
        const auto name = checkedName(*typed);
        if (!name)
            return name.error();
        customer.name = *name;
    }
    if (const auto typed = arguments.value(u"email"_s)) {
        const auto email = checkedEmail(*typed);
        if (!email)
            return email.error();
        customer.email = *email;
    }
    if (const auto typed = arguments.value(u"phone"_s))
        customer.phone = phone::normalized(*typed);
    if (arguments.has(u"no-phone"_s))
        customer.phone.reset();
    if (arguments.has(u"active"_s) || arguments.has(u"inactive"_s))
        customer.isActive = arguments.has(u"active"_s);
    return customer;
}

int create(Context& context)
{
    const Arguments& arguments = context.arguments();
    if (!arguments.has(u"name"_s) || !arguments.has(u"email"_s))
        return context.fail(usageError(u"create needs --name and --email."_s));
    const auto typed = edited(arguments, Customer{});
    if (!typed)
        return context.fail(typed.error());
    auto book = context.openReady();
    if (!book)
        return context.fail(book.error());
    const auto customer = context.wait((*book)->create({.name = typed->name,
                                                        .email = typed->email,
                                                        .phone = typed->phone,
                                                        .isActive = typed->isActive}));
    if (!customer)
        return context.fail(customer.error());
    printCustomer(context.console(), *customer);
    return Done;
}

/// What of the patch somebody else was quicker with, for people.
int failAsConflict(Context& context, const CustomerPatch& patch, const Customer& current)
{
    QStringList names;
    for (const CustomerField field : patch.conflictsWith(current))
        names << fieldName(field);
    context.console().say(u"Somebody else changed this customer at the same time (%1). Nothing was "
                          "saved; it is now:"_s.arg(names.join(u", "_s)));
    context.console().say(QString::fromUtf8(toJsonLine(current)));
    return Conflict;
}

int update(Context& context)
{
    const Arguments& arguments = context.arguments();
    const QString& word = arguments.words().first();
    const auto id = customerId(word);
    if (!id)
        return context.fail(usageError(u"\"%1\" is not a customer's number."_s.arg(word)));
    for (const QStringList& pair :
         {QStringList{u"active"_s, u"inactive"_s}, QStringList{u"phone"_s, u"no-phone"_s}}) {
        if (auto one = arguments.atMostOneOf(pair); !one)
            return context.fail(one.error());
    }
    const QStringList changes{u"name"_s,     u"email"_s,  u"phone"_s,
                              u"no-phone"_s, u"active"_s, u"inactive"_s};
    if (std::none_of(changes.begin(), changes.end(),
                     [&](const QString& option) { return arguments.has(option); }))
        return context.fail(usageError(u"update needs something to change, such as --name."_s));
    if (const auto valid = edited(arguments, Customer{}); !valid)
        return context.fail(valid.error());

    auto book = context.openReady();
    if (!book)
        return context.fail(book.error());
    const auto before = context.wait((*book)->customer(*id));
    if (!before)
        return context.fail(before.error());
    if (!*before)
        return context.fail(noSuchCustomer(word));
    const auto after = edited(arguments, **before);
    const auto patch = CustomerPatch::between(**before, *after);
    if (patch.isEmpty()) {
        printCustomer(context.console(), **before);
        return Done;
    }
    const auto outcome = context.wait((*book)->update(*id, patch));
    if (!outcome)
        return context.fail(outcome.error());
    switch (outcome->status) {
    case UpdateOutcome::Status::Conflict:
        return failAsConflict(context, patch, *outcome->current);
    case UpdateOutcome::Status::Missing:
        return context.fail(noSuchCustomer(word));
    case UpdateOutcome::Status::Updated:
    case UpdateOutcome::Status::Unchanged:
        break;
    }
    printCustomer(context.console(), *outcome->current);
    return Done;
}

} // namespace

QList<Command> editingCommands()
{
    const OptionSpec name{u"name"_s, u"NAME"_s, u"the customer's name"_s};
    const OptionSpec email{u"email"_s, u"EMAIL"_s, u"the e-mail address"_s};
    const OptionSpec phone{u"phone"_s, u"PHONE"_s, u"the phone number, kept as typed"_s};
    const OptionSpec inactive{u"inactive"_s, {}, u"not active"_s};
    return {
        {.name = u"create"_s,
         .usage = u"--name NAME --email EMAIL [--phone PHONE] [--inactive]"_s,
         .summary = u"Add a customer"_s,
         .options = {name, email, phone, inactive},
         .run = create},
        {.name = u"update"_s,
         .usage = u"ID [--name NAME] [--email EMAIL] [--phone PHONE|--no-phone] "
                  "[--active|--inactive]"_s,
         .summary = u"Change a customer"_s,
         .options = {name,
                     email,
                     phone,
                     {u"no-phone"_s, {}, u"without a phone number"_s},
                     {u"active"_s, {}, u"active"_s},
                     inactive},
         .leastWords = 1,
         .mostWords = 1,
         .run = update},
    };
}

} // namespace clientele::ctl
