// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sqlitefile.h"

#include "core/db/connect.h"

using namespace Qt::StringLiterals;

namespace clientele::testing {

SqliteFile::SqliteFile()
{
    settings = {.engine = Engine::Sqlite, .file = path(u"book.db"_s)};
}

std::unique_ptr<Session> SqliteFile::open()
{
    auto session = connectTo(settings, {}, {.gate = m_gate});
    if (!session)
        qFatal("Cannot open: %s", qPrintable(session.error().message));
    return std::move(*session);
}

QRegularExpression SqliteFile::refusesWal()
{
    return QRegularExpression(u"cannot have a write-ahead log here.*: "_s);
}

qint64 number(Session& session, const QString& sql)
{
    const auto rows = session.execute(sql);
    if (!rows)
        qFatal("%s: %s", qPrintable(sql), qPrintable(rows.error().message));
    return rows->at(0).integer(0);
}

void write(Session& session, const QString& sql)
{
    const auto rows = session.executeWrite(sql);
    if (!rows)
        qFatal("%s: %s", qPrintable(sql), qPrintable(rows.error().message));
}

QString endless()
{
    return u"WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"_s;
}

OtherProgram::OtherProgram(const QString& file)
{
    m_process.start(u"sqlite3"_s, {u"-batch"_s, file});
    if (!m_process.waitForStarted())
        qFatal("The program sqlite3 is not installed.");
}

OtherProgram::~OtherProgram()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished();
}

void OtherProgram::does(const QByteArray& sql)
{
    m_process.write(sql + ";\nSELECT 'done';\n");
    QByteArray said;
    while (!said.contains("done\n")) {
        if (!m_process.waitForReadyRead())
            qFatal("sqlite3 does not answer: %s", m_process.readAllStandardError().constData());
        said += m_process.readAllStandardOutput();
    }
}

} // namespace clientele::testing
