// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/filterpopup.h"

#include "ui/common/button.h"
#include "ui/common/sectionlabel.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QGridLayout>

namespace clientele {

using namespace Qt::StringLiterals;

FilterPopup::FilterPopup(const TimeRange& created, const TimeRange& updated, QWidget* parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(u"filterPopup"_s);
    setProperty("role", u"card"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 14, 16, 14);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    grid->addWidget(makeLabel(tr("Created"), TextRole::Heading, this), 0, 0, 1, 2);
    m_bounds[0] = addBound(grid, 1, tr("From"), tr("Created from"), created.from, false);
    m_bounds[1] = addBound(grid, 2, tr("Until"), tr("Created until"), created.until, true);
    grid->addWidget(makeLabel(tr("Updated"), TextRole::Heading, this), 3, 0, 1, 2);
    m_bounds[2] = addBound(grid, 4, tr("From"), tr("Updated from"), updated.from, false);
    m_bounds[3] = addBound(grid, 5, tr("Until"), tr("Updated until"), updated.until, true);
    auto* apply = makeButton(tr("Apply"), ButtonKind::Primary, this);
    apply->setObjectName(u"applyFilter"_s);
    apply->setDefault(true);
    grid->addWidget(apply, 6, 1, Qt::AlignRight);
    connect(apply, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(range(0), range(2));
        close();
    });
}

FilterPopup::Bound FilterPopup::addBound(QGridLayout* grid, int row, const QString& text,
                                         const QString& spoken,
                                         const std::optional<Timestamp>& moment, bool inclusiveEnd)
{
    auto* use = new QCheckBox(text, this);
    use->setAccessibleName(spoken);
    use->setChecked(moment.has_value());
    auto* day = new QDateEdit(this);
    day->setAccessibleName(spoken);
    day->setCalendarPopup(true);
    day->setMinimumWidth(day->fontMetrics().horizontalAdvance(u"00 Mmm 00000"_s) + 48);
    QDate shown = QDate::currentDate();
    if (moment)
        shown = moment->toDateTime().toLocalTime().date().addDays(inclusiveEnd ? -1 : 0);
    day->setDate(shown);
    connect(day, &QDateEdit::dateChanged, use, [use] { use->setChecked(true); });
    grid->addWidget(use, row, 0);
    grid->addWidget(day, row, 1);
    return {use, day};
}

TimeRange FilterPopup::range(int first) const
{
    TimeRange range;
    if (m_bounds[first].use->isChecked())
        range.from = Timestamp::fromDateTime(m_bounds[first].day->date().startOfDay());
    if (m_bounds[first + 1].use->isChecked())
        range.until =
            Timestamp::fromDateTime(m_bounds[first + 1].day->date().addDays(1).startOfDay());
    return range;
}

void FilterPopup::openBelow(QWidget* anchor)
{
    adjustSize();
    const QPoint corner = anchor->layoutDirection() == Qt::LeftToRight
                              ? anchor->rect().bottomLeft()
                              : anchor->rect().bottomRight() - QPoint(width(), 0);
    move(anchor->mapToGlobal(corner + QPoint(0, 4)));
    show();
    m_bounds[0].use->setFocus();
}

} // namespace clientele
