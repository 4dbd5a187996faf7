// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/activityfilter.h"

#include "ui/diagnostics/activitymodel.h"

#include <algorithm>

namespace clientele {

namespace {

bool isShown(const ActivityRecord& record, ActivityFilter::Show show)
{
    using enum ActivityFilter::Show;
    switch (show) {
    case All:
        return true;
    case Statements:
        return record.kind == ActivityRecord::Kind::Statement;
    case Connections:
        return record.kind == ActivityRecord::Kind::Connection;
    case Errors:
        return !record.error.isEmpty();
    case Slow:
        return record.milliseconds > ActivityFilter::slowMilliseconds;
    }
    return true;
}

bool holds(const ActivityRecord& record, const QString& word)
{
    const auto found = [&word](const QString& text) {
        return text.contains(word, Qt::CaseInsensitive);
    };
    return found(record.text) || found(record.error) ||
           std::ranges::any_of(record.parameters, found);
}

} // namespace

ActivityFilter::ActivityFilter(ActivityModel& records, QObject* parent)
    : QSortFilterProxyModel(parent), m_records(records)
{
    setSourceModel(&records);
}

void ActivityFilter::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

void ActivityFilter::setText(const QString& text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool ActivityFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    Q_UNUSED(parent)
    const ActivityRecord& record = m_records.at(row);
    return isShown(record, m_show) && std::ranges::all_of(m_words, [&record](const QString& word) {
               return holds(record, word);
           });
}

} // namespace clientele
