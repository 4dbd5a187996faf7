// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/capability.h"

namespace clientele {

std::optional<EngineFeature> featureOf(Capability capability)
{
    switch (capability) {
    case Capability::Returning:
        return EngineFeature::Returning;
    case Capability::WritableCte:
        return EngineFeature::WritableCte;
    case Capability::OnConflict:
        return EngineFeature::OnConflict;
    case Capability::Arrays:
        return EngineFeature::Unnest;
    case Capability::Copy:
        return EngineFeature::Copy;
    case Capability::TemporaryTables:
        return EngineFeature::TemporaryTables;
    case Capability::Savepoints:
        return EngineFeature::Savepoints;
    case Capability::TransactionalDdl:
        return EngineFeature::TransactionalDdl;
    case Capability::Isolation:
        return EngineFeature::RepeatableRead;
    case Capability::RowLocks:
        return EngineFeature::RowLocks;
    case Capability::AdvisoryLocks:
        return EngineFeature::AdvisoryLocks;
    case Capability::Notifications:
        return EngineFeature::Notifications;
    case Capability::LocalSettings:
        return EngineFeature::LocalSettings;
    case Capability::PreparedStatements:
        return EngineFeature::PreparedStatements;
    case Capability::Trigrams:
        return EngineFeature::Trigrams;
    case Capability::EstimatedCounts:
        return EngineFeature::EstimatedCounts;
    case Capability::Catalogue:
        return EngineFeature::Catalogue;
    default:
        return std::nullopt;
    }
}

void apply(const CapabilityReport& report, EngineFeatures& features)
{
    for (const CapabilityFinding& found : report) {
        const auto feature = featureOf(found.capability);
        if (feature && found.verdict != CapabilityFinding::Verdict::Unknown)
            features.set(*feature, found.verdict == CapabilityFinding::Verdict::Yes);
    }
}

} // namespace clientele
