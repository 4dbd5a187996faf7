// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enginefeature.h"

#include <QList>
#include <QString>

#include <optional>

namespace clientele {

/// What is asked of an engine, in the order in which it is told.
enum class Capability
{
    Server, ///< which one it is
    Encryption,
    TimeZone,
    Encoding,
    Collation,
    Returning,
    WritableCte,
    OnConflict,
    Arrays,
    Copy,
    TemporaryTables,
    Savepoints,
    TransactionalDdl,
    Isolation,
    RowLocks,
    AdvisoryLocks,
    Notifications,
    LocalSettings,
    PreparedStatements, ///< and with it, whether a pooler stands in between
    Trigrams,
    EstimatedCounts,
    Ids,
    Catalogue,
    Json,          ///< SQLite only, as the next two
    WriteAheadLog, ///< readers do not wait for the writer
    Limits,
};

/// What came out when it was tried.
struct CapabilityFinding
{
    enum class Verdict
    {
        Yes,
        No,
        Unknown ///< this user may not, or nothing is there to see it by
    };

    Capability capability = Capability::Server;
    Verdict verdict = Verdict::Unknown;
    QString finding; ///< in plain words; no secrets
    double milliseconds = 0;
};

using CapabilityReport = QList<CapabilityFinding>;

/// What the plans call it; none where no plan depends on it.
std::optional<EngineFeature> featureOf(Capability capability);
/// Sets what was found out; what is unknown stays as it was.
void apply(const CapabilityReport& report, EngineFeatures& features);

} // namespace clientele
