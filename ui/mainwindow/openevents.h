// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/openrequest.h"

#include <QObject>

class QCoreApplication;

namespace clientele {

/// Files that the desktop gives to the program while it runs: macOS sends an event (QFileOpenEvent)
/// where other systems start the program once more.
class OpenEvents final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenEvents)

public:
    /// @p application must outlive it.
    explicit OpenEvents(QCoreApplication& application);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void requested(const clientele::OpenRequest& request);
};

} // namespace clientele
