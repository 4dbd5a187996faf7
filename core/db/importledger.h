// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/timestamp.h"

#include <vector>

namespace clientele {

/// The table clientele_import: how far each import got that is not finished. What its texts say is
/// known to those who write them.
namespace importledger {

struct Entry
{
    QString id;
    QString machine; ///< where the file is
    QString plan;
    QString progress;
    qint64 rows = 0; ///< of the file, that are done
    Timestamp startedAt;
};

Result<> add(Session& session, const Entry& entry);
/// From @p before rows to @p entry's, in the transaction that writes them. Conflict where it is not
/// there, or somebody else went on with it.
Result<> advance(Session& session, const Entry& entry, qint64 before);
Result<> remove(Session& session, const QString& id);
Result<std::optional<Entry>> find(Session& session, const QString& id);
/// Those of @p machine, the oldest first.
Result<std::vector<Entry>> list(Session& session, const QString& machine);

} // namespace importledger
} // namespace clientele
