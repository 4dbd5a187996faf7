// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"
#include "core/services/book.h"
#include "tests/support/postgresserver.h"

#include <QTemporaryDir>

#include <map>
#include <memory>

namespace clientele::bench {

struct Options
{
    QList<qint64> sizes = {1'000'000}; ///< customers in a book
    int runs = 3;                      ///< of which the median is taken
    QList<Engine> engines = {Engine::PostgreSql, Engine::Sqlite};
    QStringList only;      ///< parts of browse and bulk; empty is all
    QString keep;          ///< the folder where books stay for the next time; empty is none
    bool explains = false; ///< prints the plans of the slowest searches
    bool isLong = false;   ///< what runs for seconds runs for minutes
};

/// What the benchmarks share: a folder, a PostgreSQL server, files and books of made-up customers,
/// each made when it is first asked for. What fails ends the program with a sentence.
class Workshop final
{
    Q_DISABLE_COPY_MOVE(Workshop)

public:
    explicit Workshop(const Options& options);

    [[nodiscard]] const Options& options() const { return m_options; }
    [[nodiscard]] qint64 rows() const { return m_options.sizes.first(); }
    [[nodiscard]] int runs() const { return m_options.runs; }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] testing::PostgresServer& server();

    /// name, email and phone of the first @p rows customers.
    QString csv(qint64 rows, qint64 duplicateEvery = 0);
    QString sqliteCsv(qint64 rows);

    /// A book without customers, in our newest schema; one of the same name before it is thrown
    /// away.
    ConnectionSettings emptyBook(Engine engine, const QString& name);
    /// On PostgreSQL, in the schema that the guide's SQL makes.
    ConnectionSettings emptyGuideBook(const QString& name);
    /// With the first @p rows customers, for reading; the same one at each call, and in the next
    /// run where books are kept.
    ConnectionSettings fullBook(Engine engine, qint64 rows);

    void psql(const ConnectionSettings& book, const QStringList& commands);
    /// For the guide's stack.
    [[nodiscard]] QString url(const ConnectionSettings& book);

private:
    [[nodiscard]] ConnectionSettings settingsOf(Engine engine, const QString& book);
    bool isMade(const ConnectionSettings& book);

    Options m_options;
    QTemporaryDir m_folder;
    std::unique_ptr<testing::PostgresServer> m_server;
    std::map<QString, QString> m_files; ///< the SQLite book that has the name
    int m_made = 0;
};

/// Opens the book that is there.
std::unique_ptr<Book> openBook(const ConnectionSettings& settings);
/// Imports @p file and returns the seconds it took; a row that is lost or refused ends the program,
/// but
/// @p duplicates of them are to be there.
double importSeconds(Book& book, const QString& file, qint64 rows, qint64 duplicates = 0);
/// For people: "PostgreSQL" or "SQLite".
QString nameOf(Engine engine);
/// For people: "1M", "50k".
QString shortNumber(qint64 rows);
/// Tells people what is going on, on standard error.
void say(const QString& text);

} // namespace clientele::bench
