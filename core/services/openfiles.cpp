// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/openfiles.h"

#include "core/background.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clientele {

namespace {

/// SQLite's manual, "Database File Format", 1.3.1.
const QByteArray sqliteHeader = QByteArrayLiteral("SQLite format 3\0");

bool isNamedAsBook(const QString& path)
{
    static const QStringList endings{u".clientele"_s, u".db"_s, u".sqlite"_s, u".sqlite3"_s};
    return std::any_of(endings.cbegin(), endings.cend(), [&](const QString& ending) {
        return path.endsWith(ending, Qt::CaseInsensitive);
    });
}

FileToOpen refused(const QString& path, ErrorKind kind, const QString& code,
                   const QString& why = {})
{
    return {.path = path, .error = {.kind = kind, .message = why, .subject = path, .code = code}};
}

FileToOpen inspect(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return refused(path, ErrorKind::NotFound, u"file.missing"_s);
    if (info.isDir())
        return refused(path, ErrorKind::File, u"file.folder"_s);
    // A pipe would let us wait for its other end.
    if (!info.isFile())
        return refused(path, ErrorKind::File, u"file.special"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(path, ErrorKind::File, {}, file.errorString());
    const QByteArray start = file.read(sqliteHeader.size());
    const bool isBook = start.isEmpty() ? isNamedAsBook(path) : start == sqliteHeader;
    return {.path = path, .kind = isBook ? FileToOpen::Kind::Book : FileToOpen::Kind::Rows};
}

} // namespace

Task<QList<FileToOpen>> inspectFiles(const QStringList& paths)
{
    return runInBackground<QList<FileToOpen>>(
        [paths](Cancellation& cancellation) -> Result<QList<FileToOpen>> {
            QList<FileToOpen> files;
            for (const QString& path : paths) {
                if (cancellation.isCancelled())
                    return Error{.kind = ErrorKind::Cancelled};
                files << inspect(path);
            }
            return files;
        });
}

} // namespace clientele
