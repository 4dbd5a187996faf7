// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

class QFrame;

namespace clientele {

enum class TextRole
{
    Body,
    Title,
    Heading,
    Section,
    Muted,
    Faint,
    Ok,
    Warn,
    Bad
};

/// A label in one of the program's text roles. Plain text, whatever it holds.
QLabel* makeLabel(const QString& text, TextRole role, QWidget* parent);
void setTextRole(QLabel* label, TextRole role);

/// A line of one pixel between two parts.
QFrame* makeLine(Qt::Orientation orientation, QWidget* parent);

/// A label over a group of controls, 12 px and muted.
class SectionLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit SectionLabel(const QString& text, QWidget* parent = nullptr);
};

} // namespace clientele
