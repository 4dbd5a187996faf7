// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/droppedfiles.h"

#include <QMimeData>
#include <QUrl>

namespace clientele {

QStringList droppedFiles(const QMimeData& data)
{
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (!url.isLocalFile())
            return {};
        files << url.toLocalFile();
    }
    return files;
}

} // namespace clientele
