// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/columnpicker.h"

#include "ui/common/button.h"

#include <QComboBox>
#include <QHBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

ColumnPicker::ColumnPicker(const QString& field, QWidget* parent)
    : QWidget(parent), m_field(field), m_layout(new QHBoxLayout(this)),
      m_add(makeIconButton(u"new", tr("Join one more column to %1").arg(field), this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_layout->addWidget(m_add);
    m_layout->addStretch();
    addBox();
    connect(m_add, &QPushButton::clicked, this, [this] { addBox()->setFocus(); });
}

QWidget* ColumnPicker::firstBox() const
{
    return m_boxes.front();
}

QStringList ColumnPicker::chosen() const
{
    QStringList result;
    for (const QComboBox* box : m_boxes) {
        if (box->currentIndex() > 0)
            result << box->currentText();
    }
    return result;
}

void ColumnPicker::setColumns(const QStringList& available, const QStringList& chosen)
{
    if (available == m_available && chosen == this->chosen())
        return;
    m_available = available;
    rebuild(chosen);
}

QComboBox* ColumnPicker::addBox()
{
    auto* box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setMaxVisibleItems(16);
    box->addItem(m_boxes.isEmpty() ? tr("(no column)") : tr("(leave out)"));
    box->addItems(m_available);
    const auto number = m_boxes.size() + 1;
    box->setObjectName(u"column%1"_s.arg(number));
    box->setAccessibleName(tr("Column %1 of %2").arg(number).arg(m_field));
    connect(box, &QComboBox::activated, this, [this] {
        rebuild(chosen());
        Q_EMIT picked(chosen());
    });
    m_layout->insertWidget(int(m_boxes.size()), box);
    m_boxes << box;
    m_add->setEnabled(m_boxes.size() < m_available.size());
    return box;
}

void ColumnPicker::rebuild(const QStringList& chosen)
{
    // The boxes stay where they can: one of them may have the focus and be sending its signal.
    while (m_boxes.size() > std::max<qsizetype>(1, chosen.size())) {
        QComboBox* last = m_boxes.takeLast();
        last->hide();
        last->deleteLater();
    }
    while (m_boxes.size() < chosen.size())
        addBox();
    for (qsizetype i = 0; i < m_boxes.size(); ++i) {
        QComboBox* box = m_boxes[i];
        while (box->count() > 1)
            box->removeItem(1);
        box->addItems(m_available);
        box->setCurrentIndex(i < chosen.size() ? int(m_available.indexOf(chosen[i])) + 1 : 0);
        box->setToolTip(box->currentText());
    }
    m_add->setVisible(!chosen.isEmpty());
    m_add->setEnabled(m_boxes.size() < m_available.size());
}

} // namespace clientele
