// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/schemecontroller.h"

#include <QApplication>

namespace clientele {

SchemeController::SchemeController(QApplication& application)
    : QObject(&application), m_application(application), m_systemDark(Theme::isDark())
{
    apply();
}

void SchemeController::choose(ColorScheme scheme)
{
    if (m_scheme == scheme)
        return;
    m_scheme = scheme;
    apply();
    Q_EMIT schemeChosen(scheme);
}

void SchemeController::setSystemDark(bool dark)
{
    if (m_systemDark == dark)
        return;
    m_systemDark = dark;
    if (m_scheme == ColorScheme::System)
        apply();
}

void SchemeController::apply()
{
    const bool dark =
        m_scheme == ColorScheme::Dark || (m_scheme == ColorScheme::System && m_systemDark);
    Theme::apply(m_application, dark);
}

} // namespace clientele
