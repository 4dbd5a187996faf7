// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/pastedrows.h"

#include "core/background.h"

#include <QFile>
#include <QMimeData>
#include <QTemporaryDir>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

Result<PastedRows> keep(const QByteArray& text)
{
    const std::shared_ptr<QTemporaryDir> folder(new QTemporaryDir, [](QTemporaryDir* gone) {
        QThreadPool::globalInstance()->start([gone] { delete gone; });
    });
    if (!folder->isValid())
        return Error{.kind = ErrorKind::File, .message = folder->errorString()};
    QFile file(folder->filePath(u"clipboard.txt"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
        return Error{
            .kind = ErrorKind::File, .message = file.errorString(), .subject = file.fileName()};
    return PastedRows{.folder = folder, .file = file.fileName()};
}

} // namespace

QByteArray pastedText(const QMimeData& clipboard)
{
    const QString csv = u"text/csv"_s;
    // Some spreadsheets offer text/csv in an encoding of their own; plain text is always known.
    const QString text = clipboard.text();
    if (clipboard.hasFormat(csv) && !text.contains(u'\t'))
        return clipboard.data(csv);
    return text.trimmed().isEmpty() ? QByteArray() : text.toUtf8();
}

Task<PastedRows> keepPasted(const QByteArray& text)
{
    return runInBackground<PastedRows>([text](const Cancellation&) { return keep(text); });
}

} // namespace clientele
