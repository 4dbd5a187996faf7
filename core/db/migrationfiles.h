// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"
#include "core/result.h"

#include <QList>
#include <QString>

namespace clientele::migrations {

/// One numbered change, as resources/migrations holds it. Where a table was made by others and
/// adopted, a gentler pair of scripts may stand in, which adds to it and alters nothing.
struct Migration
{
    QString revision; ///< "0002"
    QString name;     ///< "search_and_sort"
    QString sql;      ///< upwards
    QString downSql;
    QString adoptedSql; ///< upwards on an adopted table; empty where that is the same
    QString adoptedDownSql;

    [[nodiscard]] const QString& up(bool adopted) const;
    [[nodiscard]] const QString& down(bool adopted) const;
    /// SHA-256 of up(), in hexadecimal, whatever line ends a checkout gave the file.
    [[nodiscard]] QString checksum(bool adopted) const;
    /// "search and sort"
    [[nodiscard]] QString title() const;
};

/// Oldest first.
QList<Migration> all(Engine engine);

/// Places in the list of migrations: 0 is base, 1 is 0001, and so on.
struct Range
{
    int from = 0;
    int to = 0;
};

/// The place that a person means: "0002", an abbreviation that fits one alone ("2"), a name or its
/// beginning, "head", "base", or "+1" and "-1" from the place @p current. Errors are sentences.
Result<int> locate(const QList<Migration>& migrations, const QString& word, int current);
/// "FROM:TO"; what is left out on either side is base or head.
Result<Range> locateRange(const QList<Migration>& migrations, const QString& words, int current);
/// "0002", or "base".
QString nameOf(const QList<Migration>& migrations, int place);

/// The single statements of a script for PostgreSQL, without its comments.
QStringList statements(const QString& script);

} // namespace clientele::migrations
