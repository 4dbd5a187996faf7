// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/bulkrows.h"
#include "core/db/copytext.h"
#include "core/db/session.h"

#include <deque>

namespace clientele {

/// Inserts customers by COPY, within a transaction: straight into the table, or by way of a
/// temporary table where rows that are there already are to be left out.
class BulkCopy final
{
public:
    /// Below this, COPY's exchanges take longer than what it saves.
    static constexpr size_t fewestRows = 100;

    explicit BulkCopy(Session& session) : m_session(session) {}

    /// Finds out once whether COPY does to this table what INSERT would, and where its ids come
    /// from. Outside a transaction.
    void learn();

    [[nodiscard]] bool canGoStraight(const BulkRows& rows) const;
    /// Duplicate, and nothing is written, where one of them is there. They get ids that were drawn
    /// from the table's sequence beforehand.
    Result<BulkIds> goStraight(const BulkRows& rows);

    [[nodiscard]] bool canStage() const;
    /// Those that no unique rule is against, or with @p skipsTaken unset all of them.
    Result<BulkIds> goByStaging(const BulkRows& rows, bool skipsTaken);

private:
    Result<QString> drawIds(size_t count);
    template <class Write>
    Session::CopyFeed feed(const BulkRows& rows, Write write);

    Session& m_session;
    bool m_learnt = false;
    QString m_sequence;            ///< of the ids; empty where they must not be given
    bool m_createdHasZone = false; ///< the column created_at keeps moments, not what a clock shows
    bool m_stampsItself = false;   ///< created_at and updated_at are now where nothing is said
    std::deque<qint64> m_ids;      ///< drawn, and not used yet: a transaction that fails keeps them
    std::optional<Error> m_unstorable;
};

} // namespace clientele
