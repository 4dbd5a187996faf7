// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrations.h"

#include "core/db/customertable.h"
#include "core/db/migrator.h"

namespace clientele::migrations {

using namespace Qt::StringLiterals;

Result<QString> current(Session& session)
{
    auto table = CustomerTable::describe(session);
    if (!table)
        return table.error();
    return table->revision;
}

Result<QStringList> upgrade(Session& session)
{
    return Migrator(session).upgrade();
}

Result<bool> isBlank(Session& session)
{
    auto tables = session.execute(u"SELECT count(*) FROM sqlite_master"_s);
    if (!tables)
        return tables.error();
    return tables->at(0).integer(0) == 0;
}

} // namespace clientele::migrations
