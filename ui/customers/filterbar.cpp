// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/filterbar.h"

#include "ui/common/chip.h"
#include "ui/common/dates.h"
#include "ui/common/sectionlabel.h"
#include "ui/customers/filterpopup.h"

#include <QButtonGroup>
#include <QHBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

QString rangeText(const TimeRange& range)
{
    // The end is the first moment that does not belong to it any more.
    const auto lastDay = [](const Timestamp& until) {
        return dates::day(Timestamp{until.microseconds - 1});
    };
    if (range.from && range.until)
        return u"%1 – %2"_s.arg(dates::day(*range.from), lastDay(*range.until));
    return range.from ? FilterBar::tr("from %1").arg(dates::day(*range.from))
                      : FilterBar::tr("until %1").arg(lastDay(*range.until));
}

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent), m_active(new QButtonGroup(this)), m_conditions(new QHBoxLayout),
      m_add(Chip::withIcon(u"new", tr("Filter"), this)),
      m_count(makeLabel({}, TextRole::Muted, this))
{
    setObjectName(u"filterBar"_s);
    m_count->setObjectName(u"countLabel"_s);
    m_add->setObjectName(u"addFilter"_s);
    m_add->setAccessibleName(tr("Add a filter"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(6);
    const std::pair<QString, QString> choices[] = {{tr("All"), u"chipAll"_s},
                                                   {tr("Active"), u"chipActive"_s},
                                                   {tr("Inactive"), u"chipInactive"_s}};
    for (int i = 0; i < 3; ++i) {
        auto* chip = new Chip(choices[i].first, this);
        chip->setObjectName(choices[i].second);
        m_active->addButton(chip, i);
        layout->addWidget(chip);
    }
    m_active->button(0)->setChecked(true);
    m_conditions->setSpacing(6);
    layout->addLayout(m_conditions);
    layout->addWidget(m_add);
    layout->addStretch();
    layout->addWidget(m_count);
    connect(m_active, &QButtonGroup::idClicked, this,
            [this](int id) { Q_EMIT activeChosen(ActiveFilter(id)); });
    connect(m_add, &Chip::clicked, this, &FilterBar::openPopup);
}

void FilterBar::showQuery(const CustomerQuery& query)
{
    m_active->button(int(query.active))->setChecked(true);
    if (m_query.created == query.created && m_query.updated == query.updated) {
        m_query = query;
        return;
    }
    m_query = query;
    while (QLayoutItem* item = m_conditions->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (!query.created.isOpen())
        addCondition(tr("created: %1").arg(rangeText(query.created)), &FilterBar::createdChosen);
    if (!query.updated.isOpen())
        addCondition(tr("updated: %1").arg(rangeText(query.updated)), &FilterBar::updatedChosen);
}

void FilterBar::addCondition(const QString& text, void (FilterBar::*cleared)(const TimeRange&))
{
    Chip* chip = Chip::withIcon(u"close", text, this);
    chip->setAccessibleName(tr("Remove the filter %1").arg(text));
    chip->setToolTip(chip->accessibleName());
    connect(chip, &Chip::clicked, this, [this, cleared] { Q_EMIT(this->*cleared)({}); });
    m_conditions->addWidget(chip);
}

void FilterBar::setCount(const QString& text)
{
    m_count->setText(text);
}

void FilterBar::openPopup()
{
    auto* popup = new FilterPopup(m_query.created, m_query.updated, this);
    connect(popup, &FilterPopup::chosen, this,
            [this](const TimeRange& created, const TimeRange& updated) {
                if (created != m_query.created)
                    Q_EMIT createdChosen(created);
                if (updated != m_query.updated)
                    Q_EMIT updatedChosen(updated);
            });
    popup->openBelow(m_add);
}

} // namespace clientele
