// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timestamp.h"
#include "core/services/importplan.h"
#include "core/task.h"

#include <QList>

namespace clientele {

class Book;

/// An import from this machine that was killed, lost its server or was cancelled.
struct UnfinishedImport
{
    QString id;
    ImportPlan plan;     ///< ImportJob goes on with the import by this one
    ImportReport report; ///< its numbers so far
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
    Timestamp startedAt;
    std::optional<Error> obstacle; ///< the file is gone or has changed: it can only be forgotten
};

/// Those of a book that nobody is at work on, the oldest first; none where the book keeps none: on
/// a table that is not of our newest revision, an import that is killed cannot be gone on with.
Task<QList<UnfinishedImport>> unfinishedImports(Book& book);
/// What was written stays.
Task<std::monostate> forgetImport(Book& book, const QString& id);

} // namespace clientele
