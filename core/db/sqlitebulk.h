// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/bulkrows.h"
#include "core/db/customertable.h"
#include "core/db/session.h"

namespace clientele {

/// The statements by which BulkWriter writes many customers at once on SQLite.
class SqliteBulk final
{
public:
    SqliteBulk(Session& session, const CustomerTable& table) : m_session(session), m_table(table) {}

    /// Before the first insert(), outside a transaction: keeps what a statement would have to undo
    /// in a file, which is many megabytes where one changes pages of indexes all over.
    void learn();

    /// Those that no unique rule is against, in one statement. One that the table refuses for
    /// another reason undoes it.
    Result<BulkIds> insert(const BulkRows& rows);
    /// nullopt where a unique rule is against it.
    Result<std::optional<CustomerId>> insertOne(const BulkRow& row);
    /// Sets name, phone and is_active.
    Result<> update(const Customer& wanted);

private:
    [[nodiscard]] QString insertion(const QStringList& places, const QString& from = {}) const;
    [[nodiscard]] std::vector<Value> valuesOf(const BulkRow& row) const;

    Session& m_session;
    const CustomerTable& m_table;
    bool m_learnt = false;
};

} // namespace clientele
