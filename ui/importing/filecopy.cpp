// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/filecopy.h"

#include "core/background.h"

#include <QFile>
#include <QSaveFile>

namespace clientele {

namespace {

Error fileError(const QFileDevice& file)
{
    return {.kind = ErrorKind::File, .message = file.errorString(), .subject = file.fileName()};
}

Result<> copy(const QString& from, const QString& to, const Cancellation& cancellation)
{
    QFile source(from);
    QSaveFile target(to);
    if (!source.open(QIODevice::ReadOnly))
        return fileError(source);
    if (!target.open(QIODevice::WriteOnly))
        return fileError(target);
    while (!source.atEnd()) {
        if (cancellation.isCancelled())
            return Error{.kind = ErrorKind::Cancelled};
        const QByteArray part = source.read(1 << 20);
        if (part.isEmpty())
            return fileError(source);
        if (target.write(part) != part.size())
            return fileError(target);
    }
    if (!target.commit())
        return fileError(target);
    return {};
}

} // namespace

Task<std::monostate> copyFile(const QString& from, const QString& to)
{
    return runInBackground<std::monostate>(
        [from, to](const Cancellation& cancellation) { return copy(from, to, cancellation); });
}

} // namespace clientele
