// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QMimeData;

namespace clientele {

/// Absolute paths of the local files that are dragged; empty where there is anything else.
QStringList droppedFiles(const QMimeData& data);

} // namespace clientele
