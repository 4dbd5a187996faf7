// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"

#include <QList>
#include <QStringList>

namespace clientele {

/// A file that somebody wants opened, and what can be done with it.
struct FileToOpen
{
    enum class Kind
    {
        Book, ///< a SQLite file, by its content; an empty one by its name
        Rows, ///< anything else: an import tells what is wrong with it
        None, ///< nothing: see error
    };

    QString path;
    Kind kind = Kind::None;
    Error error;

    bool operator==(const FileToOpen&) const = default;
};

/// Looks at the files, in another thread, and changes nothing.
Task<QList<FileToOpen>> inspectFiles(const QStringList& paths);

} // namespace clientele
