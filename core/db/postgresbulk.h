// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/bulkcopy.h"
#include "core/db/bulkrows.h"
#include "core/db/session.h"
#include "core/domain/customer.h"

#include <vector>

namespace clientele {

/// The statements by which BulkWriter writes many customers at once on PostgreSQL, as far as the
/// engine has them: COPY, else arrays and unnest, else lists of values, at most 500 rows a
/// statement.
class PostgresBulk final
{
public:
    explicit PostgresBulk(Session& session) : m_session(session), m_copy(session) {}

    /// Before the first insert(), outside a transaction; else COPY is not used straight.
    void learn() { m_copy.learn(); }
    /// True where insert() can leave out rows that are there, and say which.
    [[nodiscard]] bool canSkipTaken() const;
    /// Inserts all of @p rows, or those that no unique rule is against. Where canSkipTaken() is
    /// false, nobody must have one of the addresses already. Returns who was inserted.
    Result<BulkIds> insert(const BulkRows& rows, bool skipsTaken);
    /// Sets name, phone and is_active of the customers with the ids of @p wanted.
    Result<> update(const std::vector<Customer>& wanted);

private:
    [[nodiscard]] bool has(EngineFeature feature) const
    {
        return m_session.features().has(feature);
    }
    [[nodiscard]] size_t portion(size_t rows) const;
    Result<BulkIds> insertPortion(const BulkRows& rows, bool skipsTaken);
    Result<BulkIds> idsOf(const BulkRows& rows);
    Result<> updatePortion(const std::vector<Customer>& wanted);

    Session& m_session;
    BulkCopy m_copy;
};

} // namespace clientele
