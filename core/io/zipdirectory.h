// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

class QIODevice;

namespace clientele {

/// The size of each file in a ZIP archive before it was packed, modulo 2^32, by its name: what the
/// archive's directory says (PKWARE's APPNOTE, 4.3.12). Empty where @p device holds none.
QHash<QByteArray, quint32> zipSizes(QIODevice& device);

} // namespace clientele
