// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/customers.h"

#include "core/services/searchwording.h"

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

QString localTime(const std::optional<Timestamp>& moment)
{
    return moment ? moment->toDateTime().toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s)
                  : QString();
}

Result<QList<SortKey>> sortKeys(const Arguments& arguments)
{
    QList<SortKey> keys;
    const auto sort = arguments.value(u"sort"_s);
    if (!sort)
        return keys;
    for (const QString& word : sort->split(u',')) {
        const auto field = fieldFromName(word.section(u':', 0, 0));
        const QString direction = word.section(u':', 1);
        if (!field || (!direction.isEmpty() && direction != u"asc" && direction != u"desc"))
            return usageError(
                u"--sort does not know \"%1\". It takes id, name, email, phone, "
                "is_active, created_at or updated_at, and :desc behind one."_s.arg(word));
        keys << SortKey{.field = *field, .descending = direction == u"desc"};
    }
    return keys;
}

/// Filters that mean nothing would let everybody through.
Result<QString> searched(const Arguments& arguments)
{
    const QString text = arguments.value(u"search"_s).value_or(QString());
    const CustomerSearch search = CustomerSearch::parse(text);
    QStringList faults;
    for (const SearchProblem& problem : search.problems)
        faults += wording::sentence(problem);
    if (!faults.isEmpty())
        return usageError(faults.join(u'\n'));
    return text;
}

} // namespace

QList<OptionSpec> queryOptions()
{
    return {
        {u"search"_s, u"TEXT"_s,
         u"only those with each of these words, and what its filters say"_s},
        {u"active"_s, {}, u"only active customers"_s},
        {u"inactive"_s, {}, u"only customers that are not active"_s},
        {u"all"_s, {}, u"both, which is the default"_s},
    };
}

QString searchHelp()
{
    return u"What stands in TEXT, in any order; a customer has to meet all of it:\n"
           "  anna \"van dyk\"            words and phrases, in name, e-mail or phone\n"
           "  name:anna email:@acme.com  in one field; a phone is found by its digits too\n"
           "  phone:none, phone:any      without a phone number, with one\n"
           "  active:yes, active:no      as --active and --inactive\n"
           "  created:2024-05            in that year, month or day, today, yesterday\n"
           "  created:2024-05..2024-07   from the one through the other\n"
           "  updated:>=2024             since; also > after, < before, <= through\n"
           "  updated:<7d, created:>1y   less, more than so long ago: h, d, w, m, y\n"
           "  id:42,57                   by number\n"
           "  -anna, -email:@acme.com    a minus in front leaves out what it is written for\n"_s;
}

Result<CustomerQuery> queryFrom(const Arguments& arguments)
{
    if (auto one = arguments.atMostOneOf({u"active"_s, u"inactive"_s, u"all"_s}); !one)
        return one.error();
    const auto sort = sortKeys(arguments);
    if (!sort)
        return sort.error();
    const auto text = searched(arguments);
    if (!text)
        return text.error();
    return CustomerQuery{.text = *text,
                         .active = arguments.has(u"active"_s)     ? ActiveFilter::Active
                                   : arguments.has(u"inactive"_s) ? ActiveFilter::Inactive
                                                                  : ActiveFilter::All,
                         .sort = *sort};
}

std::optional<CustomerId> customerId(const QString& word)
{
    bool ok = false;
    const qint64 value = word.toLongLong(&ok);
    return ok ? std::optional(CustomerId{value}) : std::nullopt;
}

Error noSuchCustomer(const QString& word)
{
    return {.kind = ErrorKind::NotFound, .message = u"There is no customer %1."_s.arg(word)};
}

void printCustomer(Console& console, const Customer& customer)
{
    if (console.json()) {
        console.write(toJsonLine(customer));
        return;
    }
    const auto field = [&console](const QString& label, const QString& value) {
        console.print((label.leftJustified(9) + printable(value)).trimmed());
    };
    field(u"ID"_s, QString::number(customer.id.value));
    field(u"Name"_s, customer.name);
    field(u"E-mail"_s, customer.email);
    field(u"Phone"_s, customer.phone.value_or(QString()));
    field(u"Active"_s, customer.isActive ? u"yes"_s : u"no"_s);
    field(u"Created"_s, localTime(customer.createdAt));
    field(u"Updated"_s, localTime(customer.updatedAt));
}

CustomerPrinter::CustomerPrinter(Console& console)
    : m_console(console),
      m_table(console, {u"ID"_s, u"Name"_s, u"E-mail"_s, u"Phone"_s, u"Active"_s, u"Created"_s})
{}

void CustomerPrinter::print(const std::vector<Customer>& customers)
{
    std::vector<QStringList> rows;
    for (const Customer& customer : customers) {
        if (m_console.json())
            m_console.write(toJsonLine(customer));
        else
            rows.push_back({QString::number(customer.id.value), customer.name, customer.email,
                            customer.phone.value_or(QString()),
                            customer.isActive ? u"yes"_s : u"no"_s, localTime(customer.createdAt)});
    }
    if (!m_console.json())
        m_table.print(rows);
}

} // namespace clientele::ctl
