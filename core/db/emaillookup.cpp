// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/emaillookup.h"

#include "core/db/customersql.h"
#include "core/db/jsonrows.h"
#include "core/db/postgresvalues.h"
#include "core/db/secondchoice.h"
#include "core/domain/email.h"

#include <algorithm>
#include <array>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype portionSize = 500; ///< addresses, each a parameter of its own

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

/// "SELECT …" or a list of places, to stand behind IN.
QString listOf(const QStringList& texts, bool folds, const Session& session, Statement& statement)
{
    const QString form = folds ? u"lower(%1)"_s : u"%1"_s;
    if (session.engine() == Engine::Sqlite) {
        return u"SELECT "_s + form.arg(u"json_extract(value, '$[0]')"_s) +
               u" FROM json_each(%1)"_s.arg(statement.bind(asList(texts, Engine::Sqlite)));
    }
    if (session.features().has(EngineFeature::Unnest)) {
        return u"SELECT "_s + form.arg(u"e"_s) +
               u" FROM unnest(%1::text[]) e"_s.arg(
                   statement.bind(asList(texts, Engine::PostgreSql)));
    }
    QStringList places;
    for (const QString& text : texts)
        places += form.arg(statement.bind(text) + u"::text"_s);
    return places.join(u", "_s);
}

Result<std::vector<Customer>> findPortion(Session& session, const CustomerTable& table,
                                          const QStringList& emails, LookUp lookUp)
{
    const bool holds = table.engine == Engine::PostgreSql && lookUp == LookUp::Hold &&
                       session.features().has(EngineFeature::RowLocks);
    const bool folds = table.foldedEmailIndexed;
    QStringList wanted = emails;
    if (!folds) {
        for (const QString& email : emails)
            wanted += Email::comparisonKey(email);
    }
    Statement statement;
    const QString list = listOf(wanted, folds, session, statement);
    statement.sql = u"SELECT %1 FROM customer WHERE %2 IN (%3)%4"_s.arg(
        CustomerSql(table).columns(), folds ? u"lower(email)"_s : u"email"_s, list,
        holds ? u" FOR UPDATE"_s : QString());
    const auto rows = session.execute(statement.sql, statement.parameters);
    if (!rows)
        return rows.error();
    return CustomerSql::readCustomers(*rows);
}

} // namespace

Result<std::vector<Customer>> findByEmails(Session& session, const CustomerTable& table,
                                           const QStringList& emails, LookUp lookUp)
{
    using enum EngineFeature;
    const auto find = [&]() -> Result<std::vector<Customer>> {
        const bool whole = session.engine() == Engine::Sqlite || session.features().has(Unnest);
        const qsizetype step = whole ? std::max<qsizetype>(emails.size(), 1) : portionSize;
        std::vector<Customer> all;
        for (qsizetype begin = 0; begin < emails.size(); begin += step) {
            auto some = findPortion(session, table, emails.mid(begin, step), lookUp);
            if (!some)
                return some;
            std::ranges::move(*some, std::back_inserter(all));
        }
        return all;
    };
    return secondchoice::adapting(session, {Unnest, RowLocks}, find);
}

} // namespace clientele
