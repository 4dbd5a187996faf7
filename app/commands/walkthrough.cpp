// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/context.h"
#include "core/services/book.h"

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

/// The example of the guide that the customer table comes from, step by step on a real book. A step
/// returns its first error.
class Walkthrough final
{
public:
    Walkthrough(Context& context, Book& book)
        : m_context(context), m_console(context.console()), m_book(book)
    {}

    Result<> run()
    {
        using Step = Result<> (Walkthrough::*)();
        for (const Step step :
             {&Walkthrough::create, &Walkthrough::read, &Walkthrough::update, &Walkthrough::search,
              &Walkthrough::remove, &Walkthrough::showFinalState}) {
            if (auto done = (this->*step)(); !done)
                return done;
        }
        return {};
    }

private:
    Result<> create();
    Result<> read();
    Result<> update();
    Result<> search();
    Result<> remove();
    Result<> showFinalState();

    void print(const QString& line) { m_console.print(line); }
    Result<std::vector<Customer>> all(const CustomerQuery& query)
    {
        auto page = m_context.wait(m_book.page(query, {}));
        return page ? Result(std::move(page->rows)) : Result<std::vector<Customer>>(page.error());
    }

    Context& m_context;
    Console& m_console;
    Book& m_book;
    std::vector<Customer> m_made;
};

Result<> Walkthrough::create()
{
    print(u"=== Creating Customers ==="_s);
    for (const CustomerDraft& draft :
         {CustomerDraft{u"Jacob Emily"_s, u"jacob.emily@tacnode.io"_s, u"+1-555-0101"_s},
          CustomerDraft{u"Michael Emma"_s, u"michael.emma@tacnode.io"_s, u"+1-555-0102"_s}}) {
        const auto customer = m_context.wait(m_book.create(draft));
        if (!customer)
            return customer.error();
        print(u"Created: "_s + customer->toString());
        m_made.push_back(*customer);
    }
    const auto more = m_context.wait(m_book.bulkCreate({{.name = u"Sarah Wilson"_s,
                                                         .email = u"sarah.wilson@tacnode.io"_s,
                                                         .phone = u"+1-555-0103"_s},
                                                        {.name = u"David Chen"_s,
                                                         .email = u"david.chen@tacnode.io"_s,
                                                         .phone = u"+1-555-0104"_s}}));
    if (!more)
        return more.error();
    print(u"Bulk created %1 customers"_s.arg(more->size()));
    m_made.insert(m_made.end(), more->begin(), more->end());
    return {};
}

Result<> Walkthrough::read()
{
    print(u"\n=== Reading Customers ==="_s);
    const auto customers = all({.active = ActiveFilter::Active});
    if (!customers)
        return customers.error();
    print(u"Total customers: %1"_s.arg(customers->size()));
    for (const Customer& customer : *customers)
        print(u"  - %1 (%2)"_s.arg(customer.name, customer.email));

    const auto byId = m_context.wait(m_book.customer(m_made[0].id));
    if (!byId)
        return byId.error();
    if (*byId)
        print(u"Customer #%1: %2"_s.arg(QString::number((*byId)->id.value), (*byId)->name));
    const auto byEmail = m_context.wait(m_book.customerByEmail(m_made[0].email));
    if (!byEmail)
        return byEmail.error();
    if (*byEmail)
        print(u"Found by email: "_s + (*byEmail)->name);
    return {};
}

Result<> Walkthrough::update()
{
    print(u"\n=== Updating Customer ==="_s);
    Customer after = m_made[1];
    after.email = u"michael.emma@gmail.com"_s;
    after.phone = u"+1-555-9999"_s;
    const auto outcome =
        m_context.wait(m_book.update(after.id, CustomerPatch::between(m_made[1], after)));
    if (!outcome)
        return outcome.error();
    if (outcome->status != UpdateOutcome::Status::Updated)
        return Error{.kind = ErrorKind::Conflict,
                     .message = u"Somebody else changed this customer at the same time."_s,
                     .subject = m_made[1].name};
    print(u"Updated customer: %1 -> %2"_s.arg(outcome->current->name, outcome->current->email));
    return {};
}

Result<> Walkthrough::search()
{
    print(u"\n=== Advanced Queries ==="_s);
    auto found = all({.text = u"Emma"_s});
    if (!found)
        return found.error();
    // The search looks at e-mail addresses and phones too; the guide's looks at names.
    std::erase_if(*found, [](const Customer& customer) {
        return !customer.name.contains(u"Emma"_s, Qt::CaseInsensitive);
    });
    print(u"Customers with 'Emma' in name: %1"_s.arg(found->size()));
    for (const Customer& customer : *found)
        print(u"  - "_s + customer.name);
    return {};
}

Result<> Walkthrough::remove()
{
    print(u"\n=== Deleting Customer ==="_s);
    const auto deactivated = m_context.wait(m_book.setActive({m_made[2].id}, false));
    if (!deactivated)
        return deactivated.error();
    for (const Customer& customer : *deactivated)
        print(u"Soft deleted customer #%1"_s.arg(customer.id.value));
    const auto removed = m_context.wait(m_book.remove({m_made[3].id}));
    if (!removed)
        return removed.error();
    for (const Customer& customer : *removed)
        print(u"Hard deleted customer #%1"_s.arg(customer.id.value));
    return {};
}

Result<> Walkthrough::showFinalState()
{
    print(u"\n=== Final State ==="_s);
    const auto active = m_context.wait(m_book.count({.active = ActiveFilter::Active}));
    if (!active)
        return active.error();
    const auto customers = all({});
    if (!customers)
        return customers.error();
    print(u"Active customers: %1"_s.arg(*active));
    print(u"Total customers: %1"_s.arg(customers->size()));
    for (const Customer& customer : *customers)
        print(u"  - %1 (%2)"_s.arg(customer.name, customer.isActive ? u"Active"_s : u"Inactive"_s));
    return {};
}

int walkthrough(Context& context)
{
    auto opened = context.open();
    if (!opened)
        return context.fail(opened.error());
    Book& book = **opened;
    if (context.info().schema == SchemaState::Missing) {
        if (const auto made = context.upgrade(); !made)
            return context.fail(made.error());
    }
    opened = context.checkReady();
    if (!opened)
        return context.fail(opened.error());
    const auto count = context.wait(book.count({}));
    if (!count)
        return context.fail(count.error());
    if (*count > 0) {
        context.console().say(
            u"The walkthrough makes, changes and deletes customers, so it needs an "
            "empty book: this one has %1. Nothing was changed. Name another, as in "
            "clientelectl --url sqlite:///walkthrough.db walkthrough."_s.arg(*count));
        return Failed;
    }
    if (const auto done = Walkthrough(context, book).run(); !done)
        return context.fail(done.error());
    return Done;
}

} // namespace

QList<Command> walkthroughCommands()
{
    return {{.name = u"walkthrough"_s,
             .summary = u"Show what a book can do, on an empty one"_s,
             .run = walkthrough}};
}

} // namespace clientele::ctl
