// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <optional>

namespace clientele {

/// A .env file, read as python-dotenv 1.2 reads it, except where that is an accident: a byte order
/// mark is not a part of the first name, and `A= # comment` is empty, with a warning.
class DotEnv final
{
public:
    struct Entry
    {
        QString name;
        std::optional<QString> value; ///< nullopt where the line has a name alone
        int line = 0;                 ///< where it starts, from 1

        bool operator==(const Entry&) const = default;
    };

    /// A line that is no entry becomes a warning "line 3: …", without what stands there, and
    /// reading goes on. In ${NAME} and ${NAME:-default}, @p process goes before what stands further
    /// up in the file.
    static DotEnv parse(const QString& text, const QProcessEnvironment& process);
    /// NotFound, or File where it cannot be read or is no UTF-8. A pipe is read to its end.
    static Result<DotEnv> read(const QString& file, const QProcessEnvironment& process);

    /// The last one of that name, where it has a value.
    [[nodiscard]] std::optional<QString> value(const QString& name) const;
    /// The line of value(); 0 where there is none.
    [[nodiscard]] int line(const QString& name) const;
    [[nodiscard]] const QList<Entry>& entries() const { return m_entries; }
    [[nodiscard]] const QStringList& warnings() const { return m_warnings; }

private:
    [[nodiscard]] std::optional<Entry> last(const QString& name) const;

    QList<Entry> m_entries;
    QStringList m_warnings;
};

} // namespace clientele
