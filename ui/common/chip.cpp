// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chip.h"

#include "ui/common/button.h"
#include "ui/common/icons.h"

namespace clientele {

using namespace Qt::StringLiterals;

Chip::Chip(const QString& text, QWidget* parent) : QPushButton(text, parent)
{
    setProperty("kind", u"chip"_s);
    setCheckable(true);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Chip* Chip::withIcon(QStringView iconName, const QString& text, QWidget* parent)
{
    auto* chip = new Chip(text, parent);
    chip->setCheckable(false);
    chip->setIcon(clientele::icon(iconName));
    chip->setIconSize({12, 12});
    if (iconName == u"close" || iconName == u"chevron-down")
        chip->setLayoutDirection(parent->layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft
                                                                              : Qt::LeftToRight);
    return chip;
}

void Chip::setTone(const QString& tone)
{
    setStyleProperty(this, "tone", tone);
}

QSize Chip::sizeHint() const
{
    // Wide enough for the bold letters of the checked state, so that nothing moves when it changes.
    QFont bold = font();
    if (isCheckable() || property("tone") == u"on"_s)
        bold.setWeight(QFont::DemiBold);
    const int picture = icon().isNull() ? 0 : iconSize().width() + 6;
    return {QFontMetrics(bold).horizontalAdvance(text()) + 26 + picture, 24};
}

} // namespace clientele
