// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/folders.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QMutex>
#include <QStandardPaths>
#include <QTemporaryFile>

namespace clientele::folders {

using namespace Qt::StringLiterals;

namespace {

QMutex mutex;
QString movedTo;

QString moved()
{
    const QMutexLocker lock(&mutex);
    return movedTo;
}

/// data/ beside the program where it is portable, else empty.
QString portableFolder()
{
    // The marker is looked for once: what was started portable stays so.
    static const QString folder = [] {
        const QDir program(QCoreApplication::applicationDirPath());
        return program.exists(u"clientele.portable"_s) ? program.filePath(u"data"_s) : QString();
    }();
    return QStandardPaths::isTestModeEnabled() ? QString() : folder;
}

QString folderOr(QStandardPaths::StandardLocation location)
{
    if (const QString folder = moved(); !folder.isEmpty())
        return folder;
    if (const QString folder = portableFolder(); !folder.isEmpty())
        return folder;
    return QStandardPaths::writableLocation(location) + u"/clientele"_s;
}

} // namespace

QString data()
{
    return folderOr(QStandardPaths::GenericDataLocation);
}

QString config()
{
    return folderOr(QStandardPaths::GenericConfigLocation);
}

QString runtime()
{
    const QString session = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return session.isEmpty() ? data() : session;
}

bool isPortable()
{
    return moved().isEmpty() && !portableFolder().isEmpty();
}

Result<> check()
{
    if (!isPortable())
        return {};
    const QString folder = data();
    QTemporaryFile trial(folder + u"/writable-XXXXXX"_s);
    if (QDir().mkpath(folder) && trial.open())
        return {};
    return Error{.kind = ErrorKind::File,
                 .message = trial.errorString(),
                 .subject = folder,
                 .code = u"folder.portable"_s};
}

void moveTo(const QString& folder)
{
    const QMutexLocker lock(&mutex);
    movedTo = folder;
}

} // namespace clientele::folders
