// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/customerids.h"

#include "core/db/postgresvalues.h"

#include <limits>

namespace clientele {

using namespace Qt::StringLiterals;

QString idIn(const std::vector<CustomerId>& ids, Statement& statement, const Session& session)
{
    const bool postgres = session.engine() == Engine::PostgreSql;
    if (postgres && session.features().has(EngineFeature::Unnest)) {
        PostgresArray array;
        for (const CustomerId id : ids)
            array.append(id.value);
        return u"id = ANY (%1::bigint[])"_s.arg(statement.bind(std::move(array).toValue()));
    }
    QStringList numbers;
    for (const CustomerId id : ids)
        numbers += postgres ? statement.bind(id.value) : QString::number(id.value);
    if (postgres)
        return u"id IN (%1)"_s.arg(numbers.join(u", "_s));
    // As one parameter too; SQLite allows only so many. Not QJsonValue: it rounds past 2^53.
    return u"id IN (SELECT value FROM json_each(%1))"_s.arg(
        statement.bind(u'[' + numbers.join(u',') + u']'));
}

size_t mostIds(const Session& session)
{
    const bool whole =
        session.engine() == Engine::Sqlite || session.features().has(EngineFeature::Unnest);
    return whole ? std::numeric_limits<size_t>::max() : 500; // each a parameter of its own
}

} // namespace clientele
