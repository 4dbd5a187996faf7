// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqliteprobe.h"

#include <QLocale>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

Outcome outcomeOf(const Result<>& done, const QString& finding)
{
    if (done)
        return Outcome::yes(finding);
    // SQLite has one code for all that it does not know.
    return done.error().kind == ErrorKind::Internal
               ? Outcome::no(u"refused: %1"_s.arg(done.error().message))
               : Outcome::of(done.error());
}

} // namespace

Result<QString> SqliteProbe::ask(const QString& sql)
{
    const auto rows = m_session.execute(sql);
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? QString() : rows->at(0).text(0);
}

Outcome SqliteProbe::inTrial(const QString& script, const QString& finding)
{
    if (auto begun = m_session.begin(Session::TransactionMode::Write); !begun)
        return Outcome::of(begun.error());
    const auto done = m_session.executeScript(script);
    m_session.rollback();
    return outcomeOf(done, finding);
}

Result<CapabilityReport> SqliteProbe::run()
{
    ProbeRun run(m_session);
    const auto add = [&](Capability capability, const QString& script, const QString& finding) {
        run.add(capability, [&, this] { return inTrial(script, finding); });
    };
    const auto table = u"CREATE TEMPORARY TABLE clientele_probe (id INTEGER PRIMARY KEY, name TEXT "
                       "UNIQUE);"_s;
    const auto insertion = u" INSERT INTO clientele_probe (name) VALUES ('a')"_s;
    run.add(Capability::Server, [this] { return Outcome::yes(m_session.serverVersion()); });
    run.add(Capability::Encoding, [this] {
        const auto encoding = ask(u"PRAGMA encoding"_s);
        return encoding ? Outcome::yes(*encoding) : Outcome::of(encoding.error());
    });
    add(Capability::Returning, table + insertion + u" RETURNING id"_s,
        u"INSERT, UPDATE and DELETE return their rows"_s);
    add(Capability::OnConflict, table + insertion + u" ON CONFLICT DO NOTHING"_s,
        u"rows that are there can be left out"_s);
    add(Capability::TemporaryTables, table, u"may be made"_s);
    add(Capability::Savepoints, u"SAVEPOINT a; ROLLBACK TO SAVEPOINT a; RELEASE SAVEPOINT a"_s,
        u"a part of a transaction can be undone"_s);
    add(Capability::Trigrams,
        u"CREATE VIRTUAL TABLE temp.clientele_probe USING fts5(name, tokenize = 'trigram')"_s,
        u"FTS5 finds parts of words"_s);
    run.add(Capability::Json, [this] {
        const auto value = ask(u"SELECT value FROM json_each('[7]')"_s);
        return value && *value == u"7" ? Outcome::yes(u"many rows travel as one parameter"_s)
                                       : Outcome::no(u"JSON functions are missing"_s);
    });
    run.add(Capability::WriteAheadLog, [this] { return writeAheadLog(); });
    run.add(Capability::Limits, [this] { return limits(); });
    return run.finish();
}

Outcome SqliteProbe::writeAheadLog()
{
    const auto mode = ask(u"PRAGMA journal_mode"_s);
    if (!mode)
        return Outcome::of(mode.error());
    return *mode == u"wal" ? Outcome::yes(u"readers do not wait for the writer"_s)
                           : Outcome::no(u"the file system does not allow it (journal: %1): "
                                         "readers wait for the writer"_s.arg(*mode));
}

Outcome SqliteProbe::limits()
{
    const auto pages = ask(u"PRAGMA max_page_count"_s);
    const auto size = ask(u"PRAGMA page_size"_s);
    if (!pages || !size)
        return Outcome::unknown(u"not known"_s);
    const qint64 most = pages->toLongLong() * size->toLongLong();
    return Outcome::yes(u"a file may grow to %1"_s.arg(QLocale::c().formattedDataSize(most, 0)));
}

} // namespace clientele
