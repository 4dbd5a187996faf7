// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace clientele {

/// A state of a window or dialog that must be designed: how to bring it about, and when it is
/// there.
struct GalleryState
{
    QString name; ///< the picture's file name, "import-check"
    /// The caller shows the widget, waits until ready() is true of it, and deletes it.
    std::function<QWidget*()> make;
    std::function<bool(const QWidget&)> ready;
};

} // namespace clientele
