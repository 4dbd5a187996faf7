// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/button.h"

#include "ui/common/icons.h"

#include <QStyle>

namespace clientele {

using namespace Qt::StringLiterals;

QPushButton* makeButton(const QString& text, ButtonKind kind, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    switch (kind) {
    case ButtonKind::Normal:
        break;
    case ButtonKind::Primary:
        button->setProperty("kind", u"primary"_s);
        break;
    case ButtonKind::Danger:
        button->setProperty("kind", u"danger"_s);
        break;
    case ButtonKind::Link:
        button->setProperty("kind", u"link"_s);
        button->setCursor(Qt::PointingHandCursor);
        break;
    case ButtonKind::Quiet:
        button->setProperty("kind", u"quiet"_s);
        break;
    }
    return button;
}

QPushButton* makeIconButton(QStringView iconName, const QString& name, QWidget* parent)
{
    QPushButton* button = makeButton({}, ButtonKind::Quiet, parent);
    button->setIcon(icon(iconName));
    button->setIconSize({16, 16});
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

void setStyleProperty(QWidget* widget, const char* property, const QVariant& value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace clientele
