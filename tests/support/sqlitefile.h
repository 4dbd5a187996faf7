// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/db/writegate.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace clientele::testing {

/// A SQLite file in a folder of its own, and the sessions of one program on it. What fails here
/// ends the test program with a sentence.
class SqliteFile final
{
    Q_DISABLE_COPY_MOVE(SqliteFile)

public:
    SqliteFile();

    /// What the next open() opens; tests may change it.
    ConnectionSettings settings;

    std::unique_ptr<Session> open();
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    /// What a session says that cannot have a write-ahead log.
    static QRegularExpression refusesWal();

private:
    QTemporaryDir m_folder;
    std::shared_ptr<WriteGate> m_gate = std::make_shared<WriteGate>();
};

/// The first column of the first row.
qint64 number(Session& session, const QString& sql);
void write(Session& session, const QString& sql);
/// A table n with a column x, 1, 2, 3 and so on without an end, for a SELECT to follow.
QString endless();

/// Another program on the same file: SQLite's own, told what to do line by line.
class OtherProgram final
{
    Q_DISABLE_COPY_MOVE(OtherProgram)

public:
    explicit OtherProgram(const QString& file);
    ~OtherProgram();

    /// Returns once it has done so.
    void does(const QByteArray& sql);

private:
    QProcess m_process;
};

} // namespace clientele::testing
