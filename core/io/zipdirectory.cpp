// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/zipdirectory.h"

#include <QIODevice>
#include <QtEndian>

namespace clientele {

namespace {

template <class T>
T numberAt(const QByteArray& bytes, qsizetype place)
{
    return qFromLittleEndian<T>(bytes.constData() + place);
}

} // namespace

QHash<QByteArray, quint32> zipSizes(QIODevice& device)
{
    constexpr qint64 endRecord = 22;
    constexpr qsizetype entryHeader = 46;
    QHash<QByteArray, quint32> sizes;
    if (device.size() < endRecord || !device.seek(device.size() - endRecord))
        return sizes;
    const QByteArray end = device.read(endRecord);
    if (!end.startsWith("PK\5\6") || !device.seek(numberAt<quint32>(end, 16)))
        return sizes;
    const QByteArray entries = device.read(numberAt<quint32>(end, 12));
    for (qsizetype at = 0; at + entryHeader <= entries.size();) {
        if (!entries.mid(at, 4).startsWith("PK\1\2"))
            break;
        const qsizetype name = numberAt<quint16>(entries, at + 28);
        sizes.insert(entries.mid(at + entryHeader, name), numberAt<quint32>(entries, at + 24));
        at += entryHeader + name + numberAt<quint16>(entries, at + 30) +
              numberAt<quint16>(entries, at + 32);
    }
    return sizes;
}

} // namespace clientele
