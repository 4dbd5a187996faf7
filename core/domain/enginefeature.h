// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace clientele {

/// What one engine has and another lacks. Nothing but plain SELECT, INSERT, UPDATE and DELETE is
/// required: every plan that uses one of these has a second choice.
enum class EngineFeature
{
    Returning,          ///< INSERT, UPDATE, DELETE … RETURNING
    WritableCte,        ///< WITH x AS (UPDATE … RETURNING …) SELECT …
    OnConflict,         ///< INSERT … ON CONFLICT
    Copy,               ///< COPY … FROM STDIN
    TemporaryTables,    ///< CREATE TEMPORARY TABLE … ON COMMIT DROP
    Savepoints,         ///< SAVEPOINT, ROLLBACK TO
    Unnest,             ///< INSERT … SELECT FROM unnest(arrays)
    Trigrams,           ///< pg_trgm, or FTS5's trigram
    AdvisoryLocks,      ///< pg_advisory_xact_lock, and it excludes
    Notifications,      ///< LISTEN, NOTIFY
    TransactionalDdl,   ///< ROLLBACK undoes CREATE TABLE
    RepeatableRead,     ///< BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY
    LocalSettings,      ///< SET LOCAL lock_timeout, statement_timeout
    EstimatedCounts,    ///< pg_class.reltuples
    PreparedStatements, ///< kept by the connection; not so behind a pooler
    RowLocks,           ///< SELECT … FOR UPDATE
    Catalogue,          ///< pg_attribute, to_regclass, pg_get_indexdef
    CopyOut,            ///< COPY (SELECT …) TO STDOUT (FORMAT binary)
    ParallelSetting,    ///< SET LOCAL max_parallel_workers_per_gather
};
inline constexpr int engineFeatureCount = static_cast<int>(EngineFeature::ParallelSetting) + 1;

/// Which features the sessions of one book may use: all, until a probe or a refused statement shows
/// otherwise. Thread-safe.
class EngineFeatures final
{
public:
    [[nodiscard]] bool has(EngineFeature feature) const { return !(m_lacking & bit(feature)); }
    void lack(EngineFeature feature) { m_lacking |= bit(feature); }
    void set(EngineFeature feature, bool there)
    {
        if (there)
            m_lacking &= ~bit(feature);
        else
            lack(feature);
    }

private:
    static std::uint32_t bit(EngineFeature feature) { return 1U << static_cast<unsigned>(feature); }

    std::atomic<std::uint32_t> m_lacking = 0;
};

} // namespace clientele
