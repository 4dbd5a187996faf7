// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"

#include <QByteArray>

#include <memory>

class QMimeData;
class QTemporaryDir;

namespace clientele {

/// Rows from the clipboard, as a file to import. The file goes, in a thread of its own, with the
/// last who holds this.
struct PastedRows
{
    std::shared_ptr<QTemporaryDir> folder;
    QString file;
};

/// What a spreadsheet or a text editor copied, in UTF-8; empty where there is no text.
QByteArray pastedText(const QMimeData& clipboard);

/// Writes it down in a folder that only its owner can read.
Task<PastedRows> keepPasted(const QByteArray& text);

} // namespace clientele
