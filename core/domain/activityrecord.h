// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timestamp.h"

#include <QString>
#include <QStringList>

namespace clientele {

/// One thing that a book's connections did, as the log page and clientelectl --verbose show it.
/// No password is ever in one; personal data only where a person asked for values.
struct ActivityRecord
{
    enum class Kind
    {
        Statement,  ///< a statement that was sent
        Connection, ///< a connection was opened, lost, replaced, closed …
    };

    qint64 number = 0; ///< counts up from 1; a gap is what the log had no more room for
    Timestamp at;
    Kind kind = Kind::Statement;
    int connection = 0;     ///< which of the pool's connections, counted from 1
    QString text;           ///< the SQL, or what happened to the connection
    QStringList parameters; ///< "text of 12 characters" where values are masked
    double milliseconds = 0;
    qint64 rows = -1; ///< returned or changed; -1 where that says nothing
    QString error;    ///< empty where it went well

    bool operator==(const ActivityRecord&) const = default;
};

} // namespace clientele
