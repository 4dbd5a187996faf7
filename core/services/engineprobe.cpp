// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/engineprobe.h"

#include "core/db/probe.h"
#include "core/services/ownsession.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct Names
{
    Capability capability;
    const char* key;
    const char* name;
};

constexpr Names names[] = {
    {Capability::Server, "server", QT_TRANSLATE_NOOP("EngineProbe", "Server")},
    {Capability::Encryption, "encryption", QT_TRANSLATE_NOOP("EngineProbe", "Encryption")},
    {Capability::TimeZone, "time_zone", QT_TRANSLATE_NOOP("EngineProbe", "Time zone")},
    {Capability::Encoding, "encoding", QT_TRANSLATE_NOOP("EngineProbe", "Encoding")},
    {Capability::Collation, "collation", QT_TRANSLATE_NOOP("EngineProbe", "Collation")},
    {Capability::Returning, "returning", QT_TRANSLATE_NOOP("EngineProbe", "RETURNING")},
    {Capability::WritableCte, "writable_cte", QT_TRANSLATE_NOOP("EngineProbe", "WITH … UPDATE")},
    {Capability::OnConflict, "on_conflict", QT_TRANSLATE_NOOP("EngineProbe", "ON CONFLICT")},
    {Capability::Arrays, "arrays", QT_TRANSLATE_NOOP("EngineProbe", "Arrays")},
    {Capability::Copy, "copy", QT_TRANSLATE_NOOP("EngineProbe", "COPY")},
    {Capability::TemporaryTables, "temporary_tables",
     QT_TRANSLATE_NOOP("EngineProbe", "Temporary tables")},
    {Capability::Savepoints, "savepoints", QT_TRANSLATE_NOOP("EngineProbe", "Savepoints")},
    {Capability::TransactionalDdl, "transactional_ddl",
     QT_TRANSLATE_NOOP("EngineProbe", "Undoing changes of tables")},
    {Capability::Isolation, "isolation", QT_TRANSLATE_NOOP("EngineProbe", "Isolation")},
    {Capability::RowLocks, "row_locks", QT_TRANSLATE_NOOP("EngineProbe", "Row locks")},
    {Capability::AdvisoryLocks, "advisory_locks",
     QT_TRANSLATE_NOOP("EngineProbe", "Advisory locks")},
    {Capability::Notifications, "notifications", QT_TRANSLATE_NOOP("EngineProbe", "LISTEN/NOTIFY")},
    {Capability::LocalSettings, "local_settings", QT_TRANSLATE_NOOP("EngineProbe", "SET LOCAL")},
    {Capability::PreparedStatements, "prepared_statements",
     QT_TRANSLATE_NOOP("EngineProbe", "Prepared statements")},
    {Capability::Trigrams, "trigrams", QT_TRANSLATE_NOOP("EngineProbe", "Index of parts of words")},
    {Capability::EstimatedCounts, "estimated_counts",
     QT_TRANSLATE_NOOP("EngineProbe", "Estimated counts")},
    {Capability::Ids, "ids", QT_TRANSLATE_NOOP("EngineProbe", "Ids")},
    {Capability::Catalogue, "catalogue", QT_TRANSLATE_NOOP("EngineProbe", "Catalogue")},
    {Capability::Json, "json", QT_TRANSLATE_NOOP("EngineProbe", "JSON")},
    {Capability::WriteAheadLog, "write_ahead_log",
     QT_TRANSLATE_NOOP("EngineProbe", "Write-ahead log")},
    {Capability::Limits, "limits", QT_TRANSLATE_NOOP("EngineProbe", "Limits")},
};

const Names& namesOf(Capability capability)
{
    return *std::ranges::find(names, capability, &Names::capability);
}

} // namespace

Task<CapabilityReport> probeEngine(const ConnectionSettings& settings, const QString& password)
{
    return runInBackground<CapabilityReport>(
        [settings, password](Cancellation& cancellation) -> Result<CapabilityReport> {
            if (settings.engine == Engine::Sqlite && !QFileInfo::exists(settings.file)) {
                return Error{.kind = ErrorKind::NotFound,
                             .message = u"There is no such file yet."_s,
                             .subject = settings.file};
            }
            return onOwnSession<CapabilityReport>(
                settings, password, cancellation, [&](Session& session) {
                    return probe(session, [&] { return connectTo(settings, password); });
                });
        });
}

QString capabilityName(Capability capability)
{
    return QCoreApplication::translate("EngineProbe", namesOf(capability).name);
}

QString capabilityKey(Capability capability)
{
    return QString::fromLatin1(namesOf(capability).key);
}

} // namespace clientele
