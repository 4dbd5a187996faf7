// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrationpreconditions.h"

#include "core/db/customertable.h"

namespace clientele::migrations {

using namespace Qt::StringLiterals;

namespace {

Error misfit(const QString& sentence)
{
    return {.kind = ErrorKind::SchemaMismatch, .message = sentence, .subject = u"customer"_s};
}

/// Whether the database gives a new customer its id.
Result<bool> generatesIds(Session& session)
{
    // On SQLite only INTEGER, in that word, is the number of the row. An identity column of
    // PostgreSQL has no default, but a sequence that belongs to it.
    const auto rows = session.execute(
        session.engine() == Engine::PostgreSql
            ? u"SELECT pg_get_serial_sequence('customer', 'id') IS NOT NULL OR EXISTS ("
              "SELECT 1 FROM pg_attrdef d JOIN pg_attribute a"
              " ON a.attrelid = d.adrelid AND a.attnum = d.adnum"
              " WHERE d.adrelid = to_regclass('customer') AND a.attname = 'id')"_s
            : u"SELECT count(*) FROM pragma_table_info('customer')"
              " WHERE name = 'id' AND pk = 1 AND upper(type) = 'INTEGER'"_s);
    if (!rows)
        return rows.error();
    return rows->at(0).boolean(0);
}

} // namespace

Result<> checkFits(Session& session, int place)
{
    const auto table = CustomerTable::describe(session);
    if (!table)
        return table.error();
    if (table->state == SchemaState::Missing)
        return Error{.kind = ErrorKind::SchemaMissing,
                     .message = u"There is no table customer here that a revision could be noted "
                                "for. \"migrate upgrade\" makes it."_s,
                     .subject = u"customer"_s};
    if (table->state == SchemaState::Foreign)
        return misfit(u"The table customer cannot be adopted. "_s + table->problem);
    if (table->hasSearchText && place < 2)
        return misfit(u"The table customer has a column search_text already, which the second "
                      "revision adds. Where Clientele made it, stamp the revision that did; else "
                      "it must have another name."_s);
    if (!table->emailUnique)
        return misfit(u"The table customer cannot be adopted: nothing keeps two customers from "
                      "having one e-mail address. It takes a unique index on email."_s);
    const auto generated = generatesIds(session);
    if (!generated)
        return generated.error();
    if (!*generated)
        return misfit(u"The table customer cannot be adopted: the database does not number new "
                      "customers by itself. Its id takes a default."_s);
    return {};
}

Result<> checkRights(Session& session)
{
    if (session.isReadOnly())
        return Error{.kind = ErrorKind::ReadOnly, .subject = u"This book"_s};
    if (session.engine() == Engine::Sqlite)
        return {};
    const auto rows = session.execute(
        u"SELECT current_user::text, current_schema()::text,"
        " has_schema_privilege(current_schema(), 'CREATE'),"
        " (SELECT pg_get_userbyid(relowner)::text FROM pg_class"
        "  WHERE oid = to_regclass('customer') AND NOT pg_has_role(relowner, 'USAGE')),"
        " (SELECT pg_get_userbyid(relowner)::text FROM pg_class"
        "  WHERE oid = to_regclass('clientele_revision') AND NOT pg_has_role(relowner, 'USAGE'))"_s);
    if (!rows)
        return {}; // an engine that cannot tell will refuse the statement itself
    const Row row = rows->at(0);
    const QString user = row.text(0);
    QString lacking;
    if (row.isNull(1))
        lacking =
            u"The user %1 has no schema to make tables in; its search_path names none that is "
            "there."_s.arg(user);
    else if (!row.boolean(2))
        lacking = u"The user %1 may not make tables in the schema %2. This takes: GRANT CREATE ON "
                  "SCHEMA %2 TO %1."_s.arg(user, row.text(1));
    else if (const QString owner = row.isNull(3) ? row.text(4) : row.text(3); !owner.isEmpty())
        lacking = u"The user %1 may not change the tables of %2. This takes: GRANT %2 TO %1."_s.arg(
            user, owner);
    if (lacking.isEmpty())
        return {};
    // Who grants it is said by wording.
    return Error{.kind = ErrorKind::PermissionDenied,
                 .message =
                     lacking + u" Or let somebody who may run what \"migrate sql\" prints."_s};
}

} // namespace clientele::migrations
