// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace clientele {

enum class ButtonKind
{
    Normal,
    Primary,
    Danger,
    Link,
    Quiet
};

/// A button in one of the program's looks; not a dialog's automatic default.
QPushButton* makeButton(const QString& text, ButtonKind kind, QWidget* parent);

/// A button that shows only an icon: @p name is what screen readers and the tooltip say.
QPushButton* makeIconButton(QStringView iconName, const QString& name, QWidget* parent);

/// Sets a dynamic property that the style sheet chooses by, and restyles the widget where it
/// changed.
void setStyleProperty(QWidget* widget, const char* property, const QVariant& value);

} // namespace clientele
