// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/columnpicker.h"

#include "ui/common/button.h"
#include "ui/common/sectionlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct Separator
{
    const char16_t* text;
    const char* name;
};

constexpr Separator separators[] = {
    {u" ", QT_TRANSLATE_NOOP("clientele::ColumnPicker", "a blank")},
    {u", ", QT_TRANSLATE_NOOP("clientele::ColumnPicker", "a comma")},
    {u" - ", QT_TRANSLATE_NOOP("clientele::ColumnPicker", "a dash")},
    {u" / ", QT_TRANSLATE_NOOP("clientele::ColumnPicker", "a slash")},
    {u"", QT_TRANSLATE_NOOP("clientele::ColumnPicker", "nothing")},
};

} // namespace

ColumnPicker::ColumnPicker(CustomerField field, const QString& label, QWidget* parent)
    : QWidget(parent), m_label(label), m_mapping{.field = field}, m_row(new QHBoxLayout),
      m_add(makeIconButton(u"new", tr("Join one more column to %1").arg(label), this)),
      m_constant(new QLineEdit(this)), m_joined(makeLabel(tr("joined by"), TextRole::Muted, this)),
      m_separator(new QComboBox(this))
{
    m_constant->setObjectName(u"constant"_s);
    m_constant->setAccessibleName(tr("%1 of all rows").arg(label));
    m_constant->setPlaceholderText(field == CustomerField::IsActive ? tr("yes or no")
                                                                    : tr("for all rows"));
    m_separator->setObjectName(u"separator"_s);
    m_separator->setAccessibleName(tr("What joins the columns of %1").arg(label));
    for (const Separator& one : separators)
        m_separator->addItem(tr(one.name), QString::fromUtf16(one.text));

    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(6);
    m_row->addWidget(m_constant);
    m_row->addWidget(m_add);
    m_row->addStretch();
    auto* joint = new QHBoxLayout;
    joint->setSpacing(6);
    joint->addWidget(m_joined);
    joint->addWidget(m_separator);
    joint->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(m_row);
    layout->addLayout(joint);
    addBox();
    rebuild();

    connect(m_add, &QPushButton::clicked, this, [this] { addBox()->setFocus(); });
    connect(m_constant, &QLineEdit::editingFinished, this, &ColumnPicker::takeConstant);
    connect(m_separator, &QComboBox::activated, this, [this] {
        m_mapping.separator = m_separator->currentData().toString();
        Q_EMIT picked();
    });
}

QWidget* ColumnPicker::firstBox() const
{
    return m_boxes.front();
}

bool ColumnPicker::takesConstant() const
{
    return m_mapping.field != CustomerField::Email; // no two may have the same
}

FieldMapping ColumnPicker::mapping() const
{
    return m_mapping;
}

QStringList ColumnPicker::chosen() const
{
    QStringList result;
    for (const QComboBox* box : m_boxes) {
        if (const QVariant column = box->currentData(); column.isValid())
            result << column.toString();
    }
    return result;
}

void ColumnPicker::setMapping(const QStringList& available, const FieldMapping& mapping)
{
    if (available == m_available && mapping == m_mapping)
        return;
    m_available = available;
    m_mapping = mapping;
    rebuild();
}

void ColumnPicker::choose()
{
    // The last item of the first box is no column.
    const QComboBox* first = m_boxes.front();
    const bool constant = takesConstant() && first->currentIndex() == first->count() - 1;
    m_mapping.columns = constant ? QStringList() : chosen();
    if (!constant)
        m_mapping.constant.reset();
    else if (!m_mapping.constant)
        m_mapping.constant = QString();
    rebuild();
    if (constant)
        m_constant->setFocus();
    Q_EMIT picked();
}

void ColumnPicker::takeConstant()
{
    if (!m_mapping.constant || *m_mapping.constant == m_constant->text())
        return;
    m_mapping.constant = m_constant->text();
    Q_EMIT picked();
}

QComboBox* ColumnPicker::addBox()
{
    auto* box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setMaxVisibleItems(16);
    const auto number = m_boxes.size() + 1;
    box->setObjectName(u"column%1"_s.arg(number));
    box->setAccessibleName(tr("Column %1 of %2").arg(number).arg(m_label));
    connect(box, &QComboBox::activated, this, &ColumnPicker::choose);
    m_row->insertWidget(int(m_boxes.size()), box);
    m_boxes << box;
    fill(box, m_boxes.size() - 1);
    m_add->setEnabled(m_boxes.size() < m_available.size());
    return box;
}

void ColumnPicker::fill(QComboBox* box, qsizetype place)
{
    const bool first = place == 0;
    box->clear();
    box->addItem(first ? tr("(no column)") : tr("(leave out)"));
    for (const QString& column : std::as_const(m_available))
        box->addItem(column, column);
    if (first && takesConstant())
        box->addItem(tr("(the same for all rows)"));
    if (first && m_mapping.constant)
        box->setCurrentIndex(box->count() - 1);
    else if (place < m_mapping.columns.size())
        box->setCurrentIndex(int(m_available.indexOf(m_mapping.columns[place])) + 1);
    box->setToolTip(box->currentText());
}

void ColumnPicker::rebuild()
{
    // The boxes stay where they can: one of them may have the focus and be sending its signal.
    const qsizetype wanted = std::max<qsizetype>(1, m_mapping.columns.size());
    while (m_boxes.size() > wanted) {
        QComboBox* last = m_boxes.takeLast();
        last->hide();
        last->deleteLater();
    }
    while (m_boxes.size() < wanted)
        addBox();
    for (qsizetype i = 0; i < m_boxes.size(); ++i)
        fill(m_boxes[i], i);
    m_add->setVisible(!m_mapping.columns.isEmpty());
    m_add->setEnabled(m_boxes.size() < m_available.size());
    showConstant();
    showSeparator();
}

void ColumnPicker::showConstant()
{
    m_constant->setVisible(m_mapping.constant.has_value());
    if (m_constant->text() != m_mapping.constant.value_or(QString()))
        m_constant->setText(m_mapping.constant.value_or(QString()));
}

void ColumnPicker::showSeparator()
{
    const bool joins = m_mapping.columns.size() > 1;
    m_joined->setVisible(joins);
    m_separator->setVisible(joins);
    if (m_separator->findData(m_mapping.separator) < 0)
        m_separator->addItem(u'"' + m_mapping.separator + u'"', m_mapping.separator);
    m_separator->setCurrentIndex(m_separator->findData(m_mapping.separator));
}

} // namespace clientele
