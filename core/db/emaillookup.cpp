// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/emaillookup.h"

#include "core/db/customersql.h"
#include "core/db/jsonrows.h"
#include "core/db/postgresvalues.h"
#include "core/domain/email.h"

#include <array>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// All of @p texts as one parameter.
Value asList(const QStringList& texts, Engine engine)
{
    if (engine == Engine::PostgreSql) {
        PostgresArray array;
        for (const QString& text : texts)
            array.append(text);
        return std::move(array).toValue();
    }
    JsonRows rows;
    for (const QString& text : texts)
        rows.append(std::array{Value(text)});
    return std::move(rows).toValue();
}

} // namespace

Result<std::vector<Customer>> findByEmails(Session& session, const CustomerTable& table,
                                           const QStringList& emails, LookUp lookUp)
{
    const bool postgres = table.engine == Engine::PostgreSql;
    const bool folds = table.foldedEmailIndexed;
    QStringList wanted = emails;
    if (!folds) {
        for (const QString& email : emails)
            wanted += Email::comparisonKey(email);
    }
    const QString text = postgres ? u"e"_s : u"json_extract(value, '$[0]')"_s;
    Statement statement;
    statement.sql = u"SELECT %1 FROM customer WHERE %2 IN (SELECT %3 FROM %4)%5"_s.arg(
        CustomerSql(table).columns(), folds ? u"lower(email)"_s : u"email"_s,
        folds ? u"lower(%1)"_s.arg(text) : text,
        (postgres ? u"unnest(%1::text[]) e"_s : u"json_each(%1)"_s)
            .arg(statement.bind(asList(wanted, table.engine))),
        postgres && lookUp == LookUp::Hold ? u" FOR UPDATE"_s : QString());
    const auto rows = session.execute(statement.sql, statement.parameters);
    if (!rows)
        return rows.error();
    return CustomerSql::readCustomers(*rows);
}

} // namespace clientele
