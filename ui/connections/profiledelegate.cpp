// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/profiledelegate.h"

#include "core/config/profile.h"
#include "ui/common/theme.h"

#include <QPainter>

namespace clientele {

namespace {

QColor dotColour(const QModelIndex& index)
{
    const QColor own(index.data(ProfileDelegate::ColourRole).toString());
    if (own.isValid())
        return own;
    switch (Profile::Origin(index.data(ProfileDelegate::OriginRole).toInt())) {
    case Profile::Origin::LocalBook:
        return Theme::color(Token::Ok);
    case Profile::Origin::Environment:
        return Theme::color(Token::Accent);
    case Profile::Origin::Saved:
        break;
    }
    return Theme::color(Token::Faint);
}

} // namespace

QSize ProfileDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, 54};
}

void ProfileDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect card = option.rect.adjusted(0, 1, 0, -1);
    if (option.state & QStyle::State_Selected || option.state & QStyle::State_MouseOver) {
        const bool selected = option.state & QStyle::State_Selected;
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::color(selected ? Token::Selection : Token::Alternate));
        painter->drawRoundedRect(card, 6, 6);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(Theme::color(Token::Accent), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), 6, 6);
    }
    const QRect text = card.adjusted(26, 8, -10, -8);
    painter->setPen(Qt::NoPen);
    painter->setBrush(dotColour(index));
    painter->drawEllipse(QRectF(card.left() + 11, text.top() + 5, 8, 8));

    QFont name = option.font;
    name.setWeight(QFont::DemiBold);
    painter->setFont(name);
    painter->setPen(Theme::color(Token::Text));
    painter->drawText(
        text, Qt::AlignTop | Qt::AlignLeading,
        QFontMetrics(name).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    QFont small = option.font;
    small.setPixelSize(12);
    painter->setFont(small);
    painter->setPen(Theme::color(Token::Muted));
    painter->drawText(text, Qt::AlignBottom | Qt::AlignLeading,
                      QFontMetrics(small).elidedText(index.data(SubtitleRole).toString(),
                                                     Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace clientele
