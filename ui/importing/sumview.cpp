// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/sumview.h"

#include "ui/common/sectionlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

namespace clientele {

using namespace Qt::StringLiterals;

SumView::SumView(QWidget* parent) : QWidget(parent), m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(16);
}

void SumView::setSum(const QList<Part>& parts, const Part& total)
{
    m_parts = parts;
    m_total = total;
    rebuild();
}

void SumView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

void SumView::rebuild()
{
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    QStringList words;
    for (const Part& part : m_parts) {
        if (!words.isEmpty())
            addSign(u"+"_s);
        addPart(part);
        words << u"%1 %2"_s.arg(QLocale().toString(part.count), part.label);
    }
    addSign(u"="_s);
    addPart(m_total);
    m_layout->addStretch();
    setAccessibleName(
        tr("%1, together %2 %3")
            .arg(words.join(", "_L1), QLocale().toString(m_total.count), m_total.label));
}

void SumView::addPart(const Part& part)
{
    auto* column = new QWidget(this);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    QLabel* number = makeLabel(QLocale().toString(part.count), TextRole::Title, column);
    // A zero is there for the sum, and must not draw the eye.
    QPalette colours = number->palette();
    const QColor colour = Theme::color(part.count == 0 ? Token::Muted : part.token);
    colours.setColor(QPalette::WindowText, colour);
    number->setPalette(colours);
    layout->addWidget(number);
    layout->addWidget(makeLabel(part.label, TextRole::Faint, column));
    m_layout->addWidget(column);
}

void SumView::addSign(const QString& sign)
{
    m_layout->addWidget(makeLabel(sign, TextRole::Muted, this), 0, Qt::AlignVCenter);
}

} // namespace clientele
