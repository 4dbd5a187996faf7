// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/searchcontroller.h"

#include "ui/models/customertablemodel.h"

#include <algorithm>

namespace clientele {

namespace {

constexpr int longestPause = 150; ///< milliseconds
constexpr int feltAfter = 150;

} // namespace

SearchController::SearchController(CustomerTableModel& model, QObject* parent)
    : QObject(parent), m_model(model)
{
    m_query.sort = {{.field = CustomerField::Name}};
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &SearchController::start);
    m_feltSlow.setSingleShot(true);
    m_feltSlow.setInterval(feltAfter);
    connect(&m_feltSlow, &QTimer::timeout, this, [this] { Q_EMIT slow(true); });
    connect(&model, &CustomerTableModel::loadingChanged, this, [this](bool loading) {
        if (loading) {
            m_feltSlow.start();
        } else {
            m_lastCost = m_asked.elapsed();
            m_feltSlow.stop();
            Q_EMIT slow(false);
        }
    });
}

void SearchController::setText(const QString& text)
{
    if (m_query.text == text)
        return;
    m_query.text = text;
    changed(true);
}

void SearchController::setActive(ActiveFilter active)
{
    if (m_query.active == active)
        return;
    m_query.active = active;
    changed(false);
}

void SearchController::setCreated(const TimeRange& range)
{
    m_query.created = range;
    changed(false);
}

void SearchController::setUpdated(const TimeRange& range)
{
    m_query.updated = range;
    changed(false);
}

void SearchController::setSort(const QList<SortKey>& keys)
{
    m_query.sort = keys;
    changed(false);
}

void SearchController::clear()
{
    m_query = {.sort = m_query.sort};
    changed(false);
}

void SearchController::changed(bool typed)
{
    Q_EMIT queryChanged(m_query);
    // A person types a letter every 100 to 200 ms: asking for each is waste only where answers are
    // slow.
    const int pause =
        typed && m_lastCost > 20 ? int(std::min<qint64>(m_lastCost, longestPause)) : 0;
    if (pause > 0)
        m_pause.start(pause);
    else
        start();
}

void SearchController::askNow()
{
    if (m_pause.isActive())
        start();
}

void SearchController::start()
{
    m_pause.stop();
    m_asked.start();
    m_model.setQuery(m_query);
}

} // namespace clientele
