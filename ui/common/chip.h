// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace clientele {

/// A round-ended button: one of several choices, or a condition that can be taken away.
class Chip final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Chip)

public:
    /// Checkable, for use in a QButtonGroup.
    explicit Chip(const QString& text, QWidget* parent = nullptr);

    /// Not checkable, with an icon before the text, or behind it where it is "close" or
    /// "chevron-down".
    static Chip* withIcon(QStringView iconName, const QString& text, QWidget* parent);

    /// "ok", "warn", "bad", "on" (as if it were checked) or empty.
    void setTone(const QString& tone);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace clientele
