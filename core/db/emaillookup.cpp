// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/emaillookup.h"

#include "core/db/customersql.h"
#include "core/domain/email.h"

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype addressesAtOnce = 500;

} // namespace

Result<QHash<QString, Customer>> findByEmails(Session& session, const CustomerTable& table,
                                              const QStringList& emails)
{
    QHash<QString, Customer> found;
    for (qsizetype from = 0; from < emails.size(); from += addressesAtOnce) {
        Statement statement;
        QStringList placeholders;
        for (const QString& email : emails.mid(from, addressesAtOnce)) {
            const QString typed = statement.bind(email);
            placeholders += table.foldedEmailIndexed ? u"lower(%1)"_s.arg(typed) : typed;
            if (!table.foldedEmailIndexed)
                placeholders += statement.bind(Email::comparisonKey(email));
        }
        statement.sql = u"SELECT %1 FROM customer WHERE %2 IN (%3)"_s.arg(
            CustomerSql(table).columns(), table.foldedEmailIndexed ? u"lower(email)"_s : u"email"_s,
            placeholders.join(u", "_s));
        const auto rows = session.execute(statement.sql, statement.parameters);
        if (!rows)
            return rows.error();
        for (int i = 0; i < rows->count(); ++i) {
            const Customer customer = CustomerSql::readCustomer(rows->at(i));
            found.insert(Email::comparisonKey(customer.email), customer);
        }
    }
    return found;
}

} // namespace clientele
