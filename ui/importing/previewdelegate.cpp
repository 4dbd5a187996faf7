// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/previewdelegate.h"

#include "ui/common/theme.h"
#include "ui/importing/previewmodel.h"

#include <QApplication>
#include <QPainter>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 10;

struct Tone
{
    Token text;
    Token wash;
};

Tone toneOf(PreviewKind kind)
{
    switch (kind) {
    case PreviewKind::Rejected:
        return {Token::Bad, Token::BadWash};
    case PreviewKind::Duplicate:
        return {Token::Warn, Token::WarnWash};
    case PreviewKind::Update:
        return {Token::Accent, Token::AccentWash};
    case PreviewKind::New:
        return {Token::Ok, Token::OkWash};
    case PreviewKind::Unchanged:
        break;
    }
    return {Token::Muted, Token::Window};
}

Token textToken(int column, bool faulty, const Tone& tone)
{
    if (faulty || column == PreviewModel::FateColumn)
        return tone.text;
    return column == PreviewModel::LineColumn || column == PreviewModel::WhyColumn ? Token::Muted
                                                                                   : Token::Text;
}

/// What an update takes the place of, struck through, in front of what it writes: as far as that
/// leaves room.
void paintWas(QPainter* painter, const QStyleOptionViewItem& cell, const QString& was,
              const QString& now, QRect& place)
{
    constexpr int gap = 8;
    const QFontMetrics& metrics = cell.fontMetrics;
    const int room = place.width() - metrics.horizontalAdvance(now) - gap;
    const QString shown = metrics.elidedText(was, cell.textElideMode, room);
    if (room < metrics.horizontalAdvance(u"mmm"_s))
        return;
    QFont struck = cell.font;
    struck.setStrikeOut(true);
    painter->setFont(struck);
    painter->setPen(Theme::color(Token::Faint));
    painter->drawText(place, int(cell.displayAlignment), shown);
    painter->setPen(Qt::NoPen);
    place.setLeft(place.left() + metrics.horizontalAdvance(shown) + gap);
}

} // namespace

QWidget* PreviewDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                       const QModelIndex& index) const
{
    QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
    if (editor) {
        editor->setObjectName(u"mendCell"_s);
        const QVariant name =
            index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole);
        editor->setAccessibleName(name.toString());
    }
    return editor;
}

void PreviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = std::exchange(cell.text, {});
    cell.state &= ~QStyle::State_HasFocus;
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const Tone tone = toneOf(PreviewKind(index.data(PreviewModel::KindRole).toInt()));
    const bool faulty = index.data(PreviewModel::FaultyRole).toBool();
    QRect place = cell.rect.adjusted(margin, 0, -margin, 0);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (index.column() == PreviewModel::FateColumn) {
        painter->setBrush(Theme::color(tone.text));
        painter->drawEllipse(QRectF(place.left(), cell.rect.center().y() - 3, 8, 8));
        place.setLeft(place.left() + 15);
    }
    if (const QString was = index.data(PreviewModel::WasRole).toString(); !was.isEmpty())
        paintWas(painter, cell, was, text, place);
    const QString shown = cell.fontMetrics.elidedText(text, cell.textElideMode, place.width());
    if (index.data(PreviewModel::MendedRole).toBool())
        cell.font.setItalic(true);
    if (faulty) {
        const int width = cell.fontMetrics.horizontalAdvance(shown);
        painter->setBrush(Theme::color(tone.wash));
        painter->drawRoundedRect(
            QRect(place.left() - 4, cell.rect.top() + 4, width + 8, cell.rect.height() - 8), 3, 3);
    }
    painter->setPen(Theme::color(textToken(index.column(), faulty, tone)));
    painter->setFont(cell.font);
    painter->drawText(place, int(cell.displayAlignment), shown);
    painter->restore();
}

} // namespace clientele
