// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/postgresprobe.h"

#include "core/db/errors.h"

#include <QUuid>

#include <tuple>

namespace clientele {

using namespace Qt::StringLiterals;

PostgresProbe::PostgresProbe(Session& session, Session* another)
    : m_session(session), m_another(another),
      m_table(u"clientele_probe_"_s + QUuid::createUuid().toString(QUuid::Id128))
{}

Result<CapabilityReport> PostgresProbe::run()
{
    ProbeRun run(m_session);
    const auto add = [&](Capability capability, Outcome (PostgresProbe::*trial)()) {
        run.add(capability, [this, trial] { return (this->*trial)(); });
    };
    const auto addScript = [&](Capability capability, const QString& script,
                               const QString& finding) {
        run.add(capability, [&, this] { return onScratch(script, finding); });
    };
    add(Capability::Server, &PostgresProbe::server);
    run.add(Capability::Encryption, [this] {
        const QString protocol = m_session.encryption();
        return protocol.isEmpty() ? Outcome::no(u"the line is not encrypted"_s)
                                  : Outcome::yes(protocol);
    });
    run.add(Capability::TimeZone, [this] { return setting(u"current_setting('TimeZone')"_s); });
    run.add(Capability::Encoding,
            [this] { return setting(u"current_setting('server_encoding')"_s); });
    run.add(Capability::Collation, [this] {
        return setting(
            u"(SELECT datcollate FROM pg_database WHERE datname = current_database())"_s);
    });
    // First: these decide how the others are tried.
    add(Capability::PreparedStatements, &PostgresProbe::poolerAndPrepared);
    add(Capability::TemporaryTables, &PostgresProbe::temporaryTables);
    add(Capability::TransactionalDdl, &PostgresProbe::transactionalDdl);
    addScript(Capability::Returning, u"INSERT INTO %1 (name) VALUES ('a') RETURNING id"_s,
              u"INSERT, UPDATE and DELETE return their rows"_s);
    addScript(Capability::WritableCte,
              u"WITH x AS (UPDATE %1 SET name = 'b' RETURNING id) SELECT id FROM x"_s,
              u"one statement changes and reads"_s);
    addScript(Capability::OnConflict,
              u"INSERT INTO %1 (name) VALUES ('a') ON CONFLICT DO NOTHING"_s,
              u"rows that are there can be left out"_s);
    addScript(Capability::Arrays,
              u"INSERT INTO %1 (name) SELECT n FROM unnest('{a,b}'::text[]) AS t(n)"
              " WHERE n = ANY ('{a}'::text[])"_s,
              u"many rows travel as one parameter"_s);
    add(Capability::Copy, &PostgresProbe::copy);
    addScript(Capability::Savepoints,
              u"SAVEPOINT a; INSERT INTO %1 (name) VALUES ('a'); ROLLBACK TO SAVEPOINT a;"
              " RELEASE SAVEPOINT a"_s,
              u"a part of a transaction can be undone"_s);
    add(Capability::Isolation, &PostgresProbe::isolation);
    addScript(Capability::RowLocks, u"SELECT id FROM %1 FOR UPDATE"_s,
              u"rows can be held until the transaction ends"_s);
    add(Capability::AdvisoryLocks, &PostgresProbe::advisoryLocks);
    add(Capability::Notifications, &PostgresProbe::notifications);
    add(Capability::LocalSettings, &PostgresProbe::localSettings);
    add(Capability::Trigrams, &PostgresProbe::trigrams);
    add(Capability::EstimatedCounts, &PostgresProbe::estimatedCounts);
    add(Capability::Ids, &PostgresProbe::ids);
    add(Capability::Catalogue, &PostgresProbe::catalogue);
    return run.finish();
}

Result<QString> PostgresProbe::ask(const QString& sql)
{
    const auto rows = m_session.execute(sql);
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? QString() : rows->at(0).text(0);
}

Outcome PostgresProbe::setting(const QString& expression)
{
    const auto value = ask(u"SELECT "_s + expression + u"::text"_s);
    return value ? Outcome::yes(*value) : Outcome::of(value.error());
}

Outcome PostgresProbe::server()
{
    const auto version = ask(u"SELECT version()"_s);
    if (!version)
        return Outcome::of(version.error());
    QString name = version->section(u" on "_s, 0, 0).section(u" ("_s, 0, 0).trimmed();
    if (version->contains("-YB-"_L1))
        name += u" (YugabyteDB)"_s;
    if (const auto aurora = ask(u"SELECT aurora_version()"_s))
        name += u" (Aurora %1)"_s.arg(*aurora);
    const auto extensions = ask(u"SELECT string_agg(extname || ' ' || extversion, ', ')"
                                " FROM pg_extension WHERE extname IN ('citus', 'timescaledb',"
                                " 'google_columnar_engine', 'neon')"_s);
    if (extensions && !extensions->isEmpty())
        name += u" with "_s + *extensions;
    return Outcome::yes(name);
}

/// Two connections that are open at once have a server process each, unless a pooler lends them one
/// in turn.
Outcome PostgresProbe::poolerAndPrepared()
{
    const auto sql = u"SELECT pg_backend_pid()"_s;
    const auto own = ask(sql);
    if (!own)
        return Outcome::of(own.error());
    QString others;
    if (m_another) {
        const auto rows = m_another->execute(sql);
        others = rows && !rows->isEmpty() ? rows->at(0).text(0) : QString();
    }
    const auto again = ask(sql);
    m_isPooled = again && (*again != *own || *again == others);
    if (m_isPooled && own->toLongLong() > 0)
        return Outcome::no(u"a pooler stands in between: what a connection is told is not kept"_s);
    m_isPooled = false;
    if (others.isEmpty() || own->toLongLong() <= 0)
        return Outcome::unknown(u"not known: there was nothing to see a pooler by"_s);
    return Outcome::yes(u"kept: each connection has a server process of its own"_s);
}

Result<> PostgresProbe::beginWithScratch()
{
    if (m_scratch == Scratch::None)
        return m_whyNoScratch;
    if (auto begun = m_session.begin(Session::TransactionMode::Write); !begun)
        return begun;
    return m_session.executeScript(
        u"CREATE %1 TABLE %2 (id BIGSERIAL PRIMARY KEY, name TEXT UNIQUE)"_s.arg(
            m_scratch == Scratch::Temporary ? u"TEMPORARY"_s : QString(), m_table));
}

void PostgresProbe::dropScratch()
{
    if (m_session.inTransaction())
        m_session.rollback();
    if (m_outlivesRollback)
        std::ignore = m_session.executeScript(u"DROP TABLE IF EXISTS "_s + m_table);
}

Outcome PostgresProbe::onScratch(const QString& script, const QString& finding)
{
    if (auto begun = beginWithScratch(); !begun)
        return Outcome::of(begun.error());
    const auto done = m_session.executeScript(script.arg(m_table));
    dropScratch();
    return done ? Outcome::yes(finding) : Outcome::of(done.error());
}

Outcome PostgresProbe::temporaryTables()
{
    m_scratch = Scratch::Temporary;
    const auto temporary = beginWithScratch();
    dropScratch();
    if (temporary)
        return Outcome::yes(u"may be made"_s);
    m_scratch = Scratch::Ordinary;
    if (const auto ordinary = beginWithScratch(); !ordinary) {
        m_whyNoScratch = ordinary.error();
        m_session.rollback();
        m_scratch = Scratch::None;
    } else {
        dropScratch();
    }
    return Outcome::of(temporary.error());
}

Outcome PostgresProbe::transactionalDdl()
{
    const Scratch kept = m_scratch;
    m_scratch = m_scratch == Scratch::None ? Scratch::None : Scratch::Ordinary;
    auto begun = beginWithScratch();
    if (!begun && kept == Scratch::Temporary) { // this user may make no others
        m_session.rollback();
        m_scratch = kept;
        begun = beginWithScratch();
    }
    const bool isThere = begun && [this] {
        m_session.rollback();
        const auto found = m_session.execute(u"SELECT count(*) FROM "_s + m_table);
        return found || found.error().kind != ErrorKind::SchemaMissing;
    }();
    dropScratch();
    m_scratch = kept;
    if (!begun)
        return Outcome::of(begun.error());
    m_outlivesRollback = isThere;
    return isThere ? Outcome::no(u"ROLLBACK does not undo CREATE TABLE"_s)
                   : Outcome::yes(u"ROLLBACK undoes CREATE TABLE"_s);
}

Outcome PostgresProbe::isolation()
{
    QStringList given;
    Outcome outcome = Outcome::no({});
    for (const auto& level :
         {u"READ UNCOMMITTED"_s, u"READ COMMITTED"_s, u"REPEATABLE READ"_s, u"SERIALIZABLE"_s}) {
        if (auto begun = m_session.begin(Session::TransactionMode::Write); !begun)
            return Outcome::of(begun.error());
        const auto set = m_session.executeScript(u"SET TRANSACTION ISOLATION LEVEL "_s + level);
        const auto shown = set ? ask(u"SHOW transaction_isolation"_s) : set.error();
        m_session.rollback();
        const QString asked = level.toLower();
        if (!shown)
            given += asked + u": refused"_s;
        else
            given += *shown == asked ? asked : u"%1: given as %2"_s.arg(asked, *shown);
        if (asked == u"repeatable read" && shown &&
            (*shown == asked || *shown == u"serializable" || *shown == u"snapshot"))
            outcome.verdict = CapabilityFinding::Verdict::Yes;
    }
    outcome.finding = given.join(u", "_s);
    return outcome;
}

Outcome PostgresProbe::advisoryLocks()
{
    constexpr qint64 key = 0x636c69656e7465; // "cliente"
    const QString place = QString::number(key);
    if (auto begun = m_session.begin(Session::TransactionMode::Write); !begun)
        return Outcome::of(begun.error());
    const auto held = ask(u"SELECT pg_try_advisory_xact_lock(%1)"_s.arg(place));
    if (!held)
        return Outcome::of(held.error());
    if (!m_another || !m_another->begin(Session::TransactionMode::Write))
        return Outcome::unknown(u"not known: it takes a second connection to see it"_s);
    const auto taken = m_another->execute(u"SELECT pg_try_advisory_xact_lock(%1)"_s.arg(place));
    m_another->rollback();
    if (!taken)
        return Outcome::of(taken.error());
    return taken->at(0).boolean(0) ? Outcome::no(u"given to two at once: they exclude nobody"_s)
                                   : Outcome::yes(u"exclude others"_s);
}

Outcome PostgresProbe::notifications()
{
    if (m_isPooled)
        return Outcome::no(u"would be lost in the pooler"_s);
    if (auto listening = m_session.executeScript(u"LISTEN "_s + m_table); !listening)
        return Outcome::of(listening.error());
    // Some take the statement and do nothing.
    const auto channels = ask(u"SELECT count(*) FROM pg_listening_channels()"
                              " AS c(name) WHERE name = '%1'"_s.arg(m_table));
    std::ignore = m_session.executeScript(u"UNLISTEN "_s + m_table);
    if (!channels)
        return Outcome::unknown(u"not known: %1"_s.arg(channels.error().message));
    return *channels == u"1" ? Outcome::yes(u"LISTEN is heeded"_s)
                             : Outcome::no(u"LISTEN is taken and ignored"_s);
}

Outcome PostgresProbe::localSettings()
{
    if (auto begun = m_session.begin(Session::TransactionMode::Write); !begun)
        return Outcome::of(begun.error());
    if (auto set = m_session.executeScript(u"SET LOCAL lock_timeout = '1234ms';"
                                           " SET LOCAL statement_timeout = '4321ms'"_s);
        !set)
        return Outcome::of(set.error());
    const auto shown = ask(u"SHOW lock_timeout"_s);
    if (!shown)
        return Outcome::of(shown.error());
    return *shown == u"1234ms" ? Outcome::yes(u"limits hold for one transaction"_s)
                               : Outcome::no(u"taken and ignored"_s);
}

Outcome PostgresProbe::trigrams()
{
    const auto known = ask(u"SELECT coalesce(array_length(show_trgm('abc'), 1), 0)"_s);
    if (known)
        return Outcome::yes(u"pg_trgm is installed"_s);
    const auto available =
        ask(u"SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'"_s);
    if (!available || *available == u"0")
        return Outcome::no(u"the server does not come with pg_trgm"_s);
    if (auto begun = m_session.begin(Session::TransactionMode::Write); !begun)
        return Outcome::of(begun.error());
    const bool may = m_session.executeScript(u"CREATE EXTENSION pg_trgm"_s).hasValue();
    return Outcome::no(may ? u"pg_trgm is not installed; this user may install it"_s
                           : u"pg_trgm is not installed; an administrator can install it"_s);
}

Outcome PostgresProbe::copy()
{
    if (auto begun = beginWithScratch(); !begun)
        return Outcome::of(begun.error());
    const auto copied = m_session.copyIn(u"COPY %1 (name) FROM STDIN"_s.arg(m_table),
                                         [](QByteArray&) { return false; });
    dropScratch();
    return copied ? Outcome::yes(u"COPY FROM STDIN is understood"_s) : Outcome::of(copied.error());
}

Outcome PostgresProbe::estimatedCounts()
{
    const auto most = ask(u"SELECT coalesce(max(reltuples), 0)::bigint FROM pg_class"
                          " WHERE relkind IN ('r', 'p')"_s);
    if (!most)
        return Outcome::of(most.error());
    return most->toLongLong() > 0 ? Outcome::yes(u"kept by the server"_s)
                                  : Outcome::no(u"none is kept: rows must be counted"_s);
}

Outcome PostgresProbe::ids()
{
    if (auto begun = beginWithScratch(); !begun)
        return Outcome::of(begun.error());
    const auto insertion = u"INSERT INTO %1 (name) VALUES "_s.arg(m_table);
    const auto made = m_session.executeScript(insertion + u"('a'); "_s + insertion +
                                              u"('b'); INSERT INTO %1 (id, name) VALUES"
                                              " (9223372036854775807, 'c')"_s.arg(m_table));
    if (!made)
        return Outcome::of(made.error());
    const auto rows = m_session.execute(u"SELECT id FROM %1 ORDER BY name"_s.arg(m_table));
    dropScratch();
    if (!rows || rows->count() != 3)
        return Outcome::unknown(u"not known"_s);
    const qint64 first = rows->at(0).integer(0);
    const qint64 step = rows->at(1).integer(0) - first;
    const bool isPlain = first == 1 && step == 1;
    return Outcome::yes(
        isPlain ? u"up to 9223372036854775807, from 1 in steps of 1"_s
                : u"up to 9223372036854775807, given with gaps: %1, then %2"_s.arg(first).arg(
                      first + step));
}

Outcome PostgresProbe::catalogue()
{
    const auto found = ask(u"SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i"
                           " JOIN pg_attribute a ON a.attrelid = to_regclass('pg_class')"
                           " WHERE i.indrelid = a.attrelid LIMIT 1"_s);
    if (!found)
        return Outcome::of(found.error());
    return Outcome::yes(u"tables and indexes describe themselves"_s);
}

} // namespace clientele
