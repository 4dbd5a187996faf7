// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/searchcontroller.h"

#include "ui/models/customertablemodel.h"

#include <algorithm>

namespace clientele {

namespace {

// Milliseconds.
constexpr qint64 leastPatience = 40;
constexpr qint64 mostPatience = 150; ///< more than this a dear answer does not ask for
constexpr int feltAfter = 150;

constexpr qsizetype remembered = 8; ///< answers

/// The conditions alone: not where they stand in the text.
QList<SearchTerm> conditions(const CustomerQuery& query)
{
    QList<SearchTerm> terms = query.search().terms;
    for (SearchTerm& term : terms)
        term.start = term.length = 0;
    return terms;
}

} // namespace

SearchController::SearchController(CustomerTableModel& model, QObject* parent)
    : QObject(parent), m_model(model)
{
    m_query.sort = defaultSort();
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &SearchController::start);
    m_feltSlow.setSingleShot(true);
    m_feltSlow.setInterval(feltAfter);
    connect(&m_feltSlow, &QTimer::timeout, this, [this] { Q_EMIT slow(true); });
    connect(&model, &CustomerTableModel::loadingChanged, this, &SearchController::followLoading);
}

QList<SortKey> SearchController::defaultSort()
{
    return {{.field = CustomerField::Name}};
}

void SearchController::setText(const QString& text)
{
    show(text, m_query.sort);
}

void SearchController::setFilter(const QString& name, const QString& value)
{
    setText(CustomerSearch::with(m_query.text, name, value));
}

void SearchController::setSort(const QList<SortKey>& keys)
{
    show(m_query.text, keys);
}

void SearchController::show(const QString& text, const QList<SortKey>& sort)
{
    const QList<SortKey> keys = sort.isEmpty() ? defaultSort() : sort;
    if (m_query.text == text && m_query.sort == keys)
        return;
    m_query.text = text;
    m_query.sort = keys;
    changed();
}

void SearchController::changed()
{
    Q_EMIT queryChanged(m_query);
    // A space, or a filter that is only begun: what is shown, or under way, is the answer already.
    const CustomerQuery& asked = m_model.query();
    if (asked.sort == m_query.sort && conditions(asked) == conditions(m_query) &&
        (m_model.isLoading() || m_model.hasAnswer())) {
        m_waiting = false;
        m_patience.stop();
        return;
    }
    if (!m_model.isLoading()) {
        start();
    } else if (!m_waiting) {
        m_waiting = true;
        m_patience.start(int(std::max<qint64>(0, patience() - m_asked.elapsed())));
    }
}

qint64 SearchController::patience() const
{
    if (m_costs.isEmpty())
        return mostPatience;
    // The quickest answer is the line's own delay; the rest is work that a cancelled question would
    // have cost the server in vain.
    const qint64 quickest = *std::min_element(m_costs.begin(), m_costs.end());
    return quickest + std::clamp(m_costs.back() - quickest, leastPatience, mostPatience);
}

void SearchController::followLoading(bool loading)
{
    if (loading) {
        m_asked.start();
        m_feltSlow.start();
        return;
    }
    noteCost();
    m_feltSlow.stop();
    Q_EMIT slow(false);
    // The model shows what it was answered first.
    if (m_waiting)
        m_patience.start(0);
}

void SearchController::noteCost()
{
    m_costs.append(m_asked.elapsed());
    if (m_costs.size() > remembered)
        m_costs.removeFirst();
}

void SearchController::askNow()
{
    if (m_waiting)
        start();
}

void SearchController::start()
{
    // What is given up was at least as dear as this.
    if (m_model.isLoading() && m_asked.isValid())
        noteCost();
    m_waiting = false;
    m_patience.stop();
    m_asked.start();
    m_model.setQuery(m_query);
}

} // namespace clientele
