// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/openevents.h"

#include <QCoreApplication>
#include <QFileOpenEvent>

namespace clientele {

OpenEvents::OpenEvents(QCoreApplication& application)
{
    application.installEventFilter(this);
}

bool OpenEvents::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::FileOpen)
        return QObject::eventFilter(watched, event);
    if (const QString file = static_cast<QFileOpenEvent*>(event)->file(); !file.isEmpty())
        Q_EMIT requested({.files = {file}});
    return true;
}

} // namespace clientele
