// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/celldelegate.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/models/customertablemodel.h"
#include "ui/models/marks.h"

#include <QLineEdit>
#include <QPainter>
#include <QTextLayout>

namespace clientele {

namespace {

constexpr int padding = 10;

} // namespace

void CellDelegate::setSearch(const CustomerSearch& search)
{
    for (const int column :
         {CustomerTableModel::Name, CustomerTableModel::Email, CustomerTableModel::Phone})
        m_words[column] = search.wordsIn(CustomerTableModel::fieldOf(column));
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const bool selected = m_allSelected || option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, Theme::color(Token::Selection));
    else if (option.features.testFlag(QStyleOptionViewItem::Alternate))
        painter->fillRect(option.rect, Theme::color(Token::Alternate));
    painter->save();
    if (m_dimmed)
        painter->setOpacity(0.45);
    paintText(painter, option, index);
    painter->restore();
    const bool current = option.state.testFlag(QStyle::State_HasFocus);
    if (current) {
        painter->setPen(QPen(Theme::color(Token::Accent), 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
}

void CellDelegate::paintText(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty())
        return;
    QRect box = option.rect.adjusted(padding, 0, -padding, 0);
    if (index.column() == CustomerTableModel::Name &&
        index.data(CustomerTableModel::UnsavedRole).toBool()) {
        const QRect pen = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter,
                                              QSize(14, 14), box);
        icon(u"pen", Token::Accent).paint(painter, pen);
        box = option.direction == Qt::LeftToRight ? box.adjusted(20, 0, 0, 0)
                                                  : box.adjusted(0, 0, -20, 0);
    }
    const bool isNull = index.data(CustomerTableModel::NullRole).toBool();
    Token token = Token::Text;
    if (isNull)
        token = Token::Faint;
    else if (index.data(CustomerTableModel::InactiveRole).toBool())
        token = Token::Muted;
    painter->setFont(option.font);
    const QString shown = option.fontMetrics.elidedText(text, Qt::ElideRight, box.width());
    const auto alignment = QStyle::visualAlignment(
        option.direction, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
    const QRect place = QStyle::alignedRect(
        Qt::LeftToRight, alignment,
        QSize(option.fontMetrics.horizontalAdvance(shown), option.fontMetrics.height()), box);
    const QPoint start(place.left(), place.top() + option.fontMetrics.ascent());
    painter->setPen(Theme::color(token));
    painter->drawText(start, shown);
    if (const QStringList words = m_words.value(index.column()); !words.isEmpty() && !isNull) {
        const QList<Mark> marks = index.column() == CustomerTableModel::Phone
                                      ? findPhoneMarks(shown, words)
                                      : findMarks(shown, words);
        QTextLayout layout(shown, option.font);
        layout.beginLayout();
        const QTextLine line = layout.createLine();
        layout.endLayout();
        for (const Mark& mark : marks) {
            const qreal from = line.cursorToX(int(mark.start));
            const qreal to = line.cursorToX(int(mark.start + mark.length));
            const QRectF wash(place.left() + std::min(from, to), place.top() - 1, qAbs(to - from),
                              place.height() + 2);
            painter->setClipRect(wash);
            painter->fillRect(wash, Theme::color(Token::Mark));
            // In full colour even where the row is muted: only that reads well on a mark.
            painter->setPen(Theme::color(Token::Text));
            painter->drawText(start, shown);
        }
    }
}

QWidget* CellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const
{
    QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
    editor->setObjectName(QStringLiteral("cellEditor"));
    editor->setAccessibleName(
        index.model()->headerData(index.column(), Qt::Horizontal, Qt::EditRole).toString());
    return editor;
}

} // namespace clientele
