// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QObject>

class QApplication;

namespace clientele {

/// Light, dark, or as the system says.
class SchemeController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchemeController)

public:
    /// Made before the application's palette was changed: it tells what the system has.
    explicit SchemeController(QApplication& application);

    void choose(ColorScheme scheme);
    /// What the system has now.
    void setSystemDark(bool dark);
    [[nodiscard]] ColorScheme scheme() const { return m_scheme; }

Q_SIGNALS:
    void schemeChosen(clientele::ColorScheme scheme);

private:
    QApplication& m_application;
    ColorScheme m_scheme = ColorScheme::System;
    bool m_systemDark = false;

    void apply();
};

} // namespace clientele
