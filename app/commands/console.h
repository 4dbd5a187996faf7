// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace clientele::ctl {

/// Standard output for results, standard error for everything else.
class Console final
{
public:
    explicit Console(bool json) : m_json(json) {}

    [[nodiscard]] bool json() const { return m_json; }

    void print(const QString& line) { write(line.toUtf8()); }
    void print(const QJsonObject& object);
    /// Adds the line's end.
    void write(const QByteArray& line);
    /// False where something could not be written, as on a full disk.
    [[nodiscard]] bool flush();

    /// A sentence for people, on standard error.
    void say(const QString& sentence);
    /// Replaces the last progress, where standard error is a terminal; nothing elsewhere.
    void showProgress(const QString& text);

    /// Asks at the terminal, without showing what is typed; nullopt where there is none.
    std::optional<QString> askPassword(const QString& prompt);

private:
    bool m_json;
    bool m_failed = false;
    qsizetype m_progressWidth = 0;
};

/// Rows under a heading, in columns as wide as the first rows need; more can follow.
class TextTable final
{
public:
    TextTable(Console& console, const QStringList& heading) : m_console(console), m_heading(heading)
    {}

    void print(const std::vector<QStringList>& rows);

private:
    [[nodiscard]] QString line(const QStringList& cells) const;

    Console& m_console;
    QStringList m_heading;
    QList<int> m_widths;
};

/// @p text fit for a terminal: what would move its cursor or start a command is a blank.
QString printable(const QString& text);
/// The columns of a terminal that it takes: two for wide letters, none for accents.
int terminalWidth(const QString& text);

} // namespace clientele::ctl
