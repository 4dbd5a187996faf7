// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/dayrange.h"

#include "ui/common/chip.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* valueProperty = "filterValue";

} // namespace

DayRange::DayRange(const QString& name, QWidget* parent) : QWidget(parent)
{
    auto* usual = new QHBoxLayout;
    usual->setSpacing(6);
    auto* days = new QHBoxLayout;
    days->setSpacing(6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(usual);
    layout->addLayout(days);
    addUsual(tr("Today"), u"today"_s, tr("%1 today").arg(name));
    addUsual(tr("Last 7 days"), u"<7d"_s, tr("%1 in the last 7 days").arg(name));
    addUsual(tr("Last 30 days"), u"<30d"_s, tr("%1 in the last 30 days").arg(name));
    addUsual(tr("This year"), QString::number(QDate::currentDate().year()),
             tr("%1 this year").arg(name));
    for (Chip* chip : std::as_const(m_usual))
        usual->addWidget(chip);
    usual->addStretch();
    m_from = addBound(tr("From"), tr("%1 from").arg(name));
    m_until = addBound(tr("Until"), tr("%1 until").arg(name));
    for (const Bound& bound : {m_from, m_until}) {
        days->addWidget(bound.use);
        days->addWidget(bound.day);
        days->addSpacing(10);
    }
    days->addStretch();
}

void DayRange::addUsual(const QString& text, const QString& value, const QString& name)
{
    auto* chip = new Chip(text, this);
    chip->setAccessibleName(name);
    chip->setProperty(valueProperty, value);
    m_usual.append(chip);
    connect(chip, &Chip::toggled, this, [this, chip](bool on) { takeUsual(chip, on); });
}

DayRange::Bound DayRange::addBound(const QString& text, const QString& spoken)
{
    auto* use = new QCheckBox(text, this);
    use->setAccessibleName(spoken);
    auto* day = new QDateEdit(QDate::currentDate(), this);
    day->setAccessibleName(spoken);
    day->setCalendarPopup(true);
    day->setMinimumWidth(day->fontMetrics().horizontalAdvance(u"00 Mmm 00000"_s) + 48);
    connect(day, &QDateEdit::dateChanged, use, [use] { use->setChecked(true); });
    connect(day, &QDateEdit::dateChanged, this, &DayRange::takeDays);
    connect(use, &QCheckBox::toggled, this, &DayRange::takeDays);
    return {use, day};
}

void DayRange::set(const Bound& bound, const std::optional<QDate>& day)
{
    if (day)
        bound.day->setDate(*day);
    bound.use->setChecked(day.has_value());
}

void DayRange::set(const QString& value, const TimeRange& range)
{
    const QScopedValueRollback setting(m_setting, true);
    bool usual = false;
    for (Chip* chip : std::as_const(m_usual)) {
        chip->setChecked(chip->property(valueProperty).toString() == value);
        usual = usual || chip->isChecked();
    }
    const auto dayOf = [](const std::optional<Timestamp>& moment, qint64 less) {
        return moment
                   ? std::optional(
                         Timestamp{moment->microseconds - less}.toDateTime().toLocalTime().date())
                   : std::nullopt;
    };
    // The end is the first moment that does not belong to it any more.
    set(m_from, usual ? std::nullopt : dayOf(range.from, 0));
    set(m_until, usual ? std::nullopt : dayOf(range.until, 1));
}

QString DayRange::value() const
{
    for (const Chip* chip : m_usual) {
        if (chip->isChecked())
            return chip->property(valueProperty).toString();
    }
    const auto end = [](const Bound& bound) {
        return bound.use->isChecked() ? bound.day->date().toString(Qt::ISODate) : QString();
    };
    const QString from = end(m_from);
    const QString until = end(m_until);
    if (from.isEmpty() && until.isEmpty())
        return {};
    return from == until ? from : from + u".."_s + until;
}

void DayRange::takeUsual(Chip* chip, bool on)
{
    if (m_setting)
        return;
    if (on) {
        const QScopedValueRollback setting(m_setting, true);
        for (Chip* other : std::as_const(m_usual))
            other->setChecked(other == chip);
        m_from.use->setChecked(false);
        m_until.use->setChecked(false);
    }
    Q_EMIT changed();
}

void DayRange::takeDays()
{
    if (m_setting)
        return;
    {
        const QScopedValueRollback setting(m_setting, true);
        for (Chip* chip : std::as_const(m_usual))
            chip->setChecked(false);
    }
    Q_EMIT changed();
}

} // namespace clientele
