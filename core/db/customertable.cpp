// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/customertable.h"

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

using Columns = QHash<QString, TableCatalogue::Column>;

/// What keeps the table from being one of customers, or empty.
QString misfit(const Columns& columns, Engine engine)
{
    QStringList missing;
    for (const auto& name : {u"id"_s, u"name"_s, u"email"_s, u"phone"_s, u"created_at"_s,
                             u"updated_at"_s, u"is_active"_s}) {
        if (!columns.contains(name))
            missing += name;
    }
    if (!missing.isEmpty())
        return u"It has no column %1."_s.arg(missing.join(u", "_s));
    if (engine == Engine::Sqlite)
        return {}; // SQLite's types are no promise
    static const QStringList integers = {u"int8"_s, u"int4"_s, u"int2"_s};
    static const QStringList texts = {u"varchar"_s, u"text"_s, u"bpchar"_s, u"citext"_s};
    static const QStringList moments = {u"timestamp"_s, u"timestamptz"_s};
    const auto wrong = [&](const QString& name, const QStringList& types) {
        return !types.contains(columns[name].type);
    };
    QStringList faults;
    if (wrong(u"id"_s, integers))
        faults += u"id is no whole number"_s;
    for (const auto& name : {u"name"_s, u"email"_s, u"phone"_s}) {
        if (wrong(name, texts))
            faults += name + u" is no text"_s;
    }
    for (const auto& name : {u"created_at"_s, u"updated_at"_s}) {
        if (wrong(name, moments))
            faults += name + u" is no timestamp"_s;
    }
    if (wrong(u"is_active"_s, {u"bool"_s}))
        faults += u"is_active is no boolean"_s;
    return faults.isEmpty() ? QString() : u"Its column %1."_s.arg(faults.join(u", "_s));
}

} // namespace

Result<CustomerTable> CustomerTable::describe(Session& session)
{
    CustomerTable table{.engine = session.engine()};
    const auto catalogue = TableCatalogue::read(session);
    if (!catalogue)
        return catalogue.error();
    const Columns& columns = catalogue->columns;
    if (columns.isEmpty())
        return table;
    table.problem = misfit(columns, table.engine);
    table.state = table.problem.isEmpty() ? SchemaState::Ready : SchemaState::Foreign;
    if (table.state == SchemaState::Foreign)
        return table;

    table.nameLimit = columns.value(u"name"_s).limit;
    table.emailLimit = columns.value(u"email"_s).limit;
    table.phoneLimit = columns.value(u"phone"_s).limit;
    table.hasSearchText = columns.contains(u"search_text"_s);

    for (auto it = columns.cbegin(); it != columns.cend(); ++it) {
        if (const auto field = fieldFromName(it.key()); field && it->required)
            table.required += *field;
    }
    table.indexes = catalogue->indexes;
    for (const auto& index : table.indexes) {
        const QString first = index.keys.first();
        const bool folded = first == "lower(email)"_L1;
        table.emailUnique |=
            index.unique && index.keys.size() == 1 && (folded || first == "email"_L1);
        table.foldedEmailIndexed |= folded;
        table.foldedNameIndexed |= first.startsWith("coalesce(substr(search_text,1,"_L1);
        table.hasTrigramIndex |= first == "search_textgin_trgm_ops"_L1;
    }
    table.keepsImports = catalogue->tables.contains("clientele_import"_L1);
    table.listsUnfolded = catalogue->tables.contains("customer_unfolded"_L1);
    if (table.engine == Engine::Sqlite)
        table.hasTrigramIndex =
            table.hasSearchText && catalogue->tables.contains("customer_search"_L1);
    if (catalogue->tables.contains("clientele_revision"_L1)) {
        auto newest = session.execute(u"SELECT max(revision) FROM clientele_revision"_s);
        // Somebody who was given the customers alone may still work with them.
        if (!newest && newest.error().kind != ErrorKind::PermissionDenied)
            return newest.error();
        if (newest)
            table.revision = newest->at(0).text(0);
    }
    return table;
}

bool CustomerTable::isUnique(CustomerField field) const
{
    if (field != CustomerField::Email || !required.contains(field))
        return field == CustomerField::Id;
    // Addresses that differ in more than their case differ.
    QStringList words{u"lower(email)"_s};
    if (engine == Engine::PostgreSql)
        words += u"email"_s;
    return std::ranges::any_of(indexes, [&](const TableCatalogue::Index& index) {
        return index.unique && index.keys.size() == 1 && words.contains(index.keys.first());
    });
}

} // namespace clientele
