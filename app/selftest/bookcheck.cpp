// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/bookcheck.h"

#include "core/background.h"
#include "core/services/book.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace clientele {

namespace {

constexpr int people = 500;

std::vector<CustomerDraft> drafts()
{
    std::vector<CustomerDraft> all;
    for (int i = 0; i < people - 1; ++i)
        all.push_back({.name = u"Customer %1"_s.arg(i, 3, 10, QLatin1Char('0')),
                       .email = u"customer%1@example.com"_s.arg(i),
                       .phone = u"+1 555 01%1"_s.arg(i % 100, 2, 10, QLatin1Char('0'))});
    all.push_back({.name = u"Jürgen Ångström"_s, .email = u"juergen@example.com"_s});
    return all;
}

Error unlike(const QString& what)
{
    return {.kind = ErrorKind::Internal, .message = what};
}

/// Found without accents, changed, found under the new name, deleted.
Result<> editOne(Book& book)
{
    const auto found = book.page({.text = u"angstrom"_s}, {.limit = 10}).wait();
    if (!found)
        return found.error();
    if (found->rows.size() != 1)
        return unlike(u"A search found %1 customers instead of one."_s.arg(found->rows.size()));
    const Customer customer = found->rows.front();
    Customer renamed = customer;
    renamed.name = u"Jürgen Åkesson"_s;
    const auto saved = book.update(customer.id, CustomerPatch::between(customer, renamed)).wait();
    if (!saved)
        return saved.error();
    const auto again = book.count({.text = u"akesson"_s}).wait();
    if (!again)
        return again.error();
    if (*again != 1)
        return unlike(u"What was saved was not found."_s);
    const auto removed = book.remove({customer.id}).wait();
    return removed ? Result<>() : removed.error();
}

Result<QString> check(const QString& file)
{
    QElapsedTimer clock;
    clock.start();
    Book book({.file = file}, {});
    const auto info = book.open().wait();
    if (!info)
        return info.error();
    const auto created = book.bulkCreate(drafts()).wait();
    if (!created)
        return created.error();
    if (const auto edited = editOne(book); !edited)
        return edited.error();
    const auto left = book.count({}).wait();
    if (!left)
        return left.error();
    if (*left != people - 1)
        return unlike(u"%1 customers are left of %2."_s.arg(*left).arg(people - 1));
    return u"%1, revision %2; %3 customers created, one found, edited and deleted, in %4 ms"_s
        .arg(info->serverVersion, info->revision)
        .arg(people)
        .arg(clock.elapsed());
}

} // namespace

Task<QString> checkBook(const QString& file)
{
    return runInBackground<QString>([file](Cancellation&) { return check(file); });
}

} // namespace clientele
