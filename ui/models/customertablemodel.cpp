// SPDX-License-Identifier: GPL-3.0-or-later
// Which query is shown, and how many rows it has; the fetching is in customertablefetch.cpp, what
// the cells hold in customertabledata.cpp.
#include "ui/models/customertablemodel.h"

#include <algorithm>
#include <limits>

namespace clientele {

namespace {

constexpr qint64 mostRows = std::numeric_limits<int>::max() / 32; ///< in pixels they fit an int

bool sameSearch(CustomerQuery a, CustomerQuery b)
{
    a.sort.clear();
    b.sort.clear();
    return a == b;
}

} // namespace

CustomerTableModel::CustomerTableModel(std::unique_ptr<CustomerSource> source, QObject* parent)
    : QAbstractTableModel(parent), m_source(std::move(source)), m_survey(*m_source, this),
      m_landing(*m_source, this)
{
    // A dragged scroll bar passes many places; only where it rests is worth a query.
    m_jump.setSingleShot(true);
    m_jump.setInterval(40);
    connect(&m_jump, &QTimer::timeout, this, [this] { fetchVisible(true); });
    m_pageDue.setSingleShot(true);
    connect(&m_pageDue, &QTimer::timeout, this, &CustomerTableModel::askFirstPage);
    connect(&m_age, &QTimer::timeout, this, [this] {
        if (m_moved.hasExpired(1000))
            m_window.upwards = false;
        fetchVisible(true);
    });
    setPatience({});
    connect(&m_survey, &TableSurvey::estimated, this, &CustomerTableModel::takeEstimate);
    connect(&m_survey, &TableSurvey::surveyed, this, &CustomerTableModel::takeSurvey);
    connect(&m_survey, &TableSurvey::due, this, [this] { fetchVisible(false); });
    connect(&m_survey, &TableSurvey::failed, this, [this] {
        if (m_landing.isUnderWay())
            m_landing.giveUp();
    });
    connect(&m_landing, &Landing::found, this, &CustomerTableModel::showLanding);
    connect(&m_landing, &Landing::notFound, this, &CustomerTableModel::askFirst);
    connect(&m_landing, &Landing::failed, this, [this](const Error& error) {
        setAsking(false);
        m_unanswered = true;
        Q_EMIT failed(error);
    });
}

CustomerTableModel::~CustomerTableModel()
{
    cancelAll();
}

void CustomerTableModel::setPatience(const TablePatience& patience)
{
    m_patience = patience;
    m_cache.setFreshFor(patience.fresh);
    m_age.setInterval(patience.fresh / 4);
}

void CustomerTableModel::cancelAll()
{
    ++m_generation;
    m_firstRows.cancel();
    m_firstPage.cancel();
    m_glimpse.cancel();
    m_landing.cancel();
    for (auto& [course, flight] : m_flights)
        flight.task.cancel();
    m_flights.clear();
    m_jump.stop();
    m_pageDue.stop();
}

void CustomerTableModel::setAsking(bool asking)
{
    if (m_asking == asking)
        return;
    m_asking = asking;
    Q_EMIT loadingChanged(asking);
}

void CustomerTableModel::setQuery(const CustomerQuery& query)
{
    const bool otherOrder = m_answered && !m_unanswered && !m_asking && m_rows > 0 &&
                            query.sort != m_query.sort && sameSearch(query, m_query);
    m_query = query;
    m_expected = -1;
    cancelAll();
    m_survey.begin(query);
    m_asked.start();
    setAsking(true);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (otherOrder && m_current) {
        m_landing.begin(query, *m_current, m_patience.landing);
        m_survey.ask(m_current);
    } else {
        askFirst();
    }
}

void CustomerTableModel::askFirstPage()
{
    m_firstPage = m_source->page(m_query, {.limit = int(PageCache::pageRows)});
    whenDone(m_firstPage, this, [this, generation = m_generation](Result<CustomerPage> page) {
        if (generation == m_generation)
            takeFirst(std::move(page));
    });
}

void CustomerTableModel::takeFirst(Result<CustomerPage> page)
{
    m_glimpse.cancel();
    m_unanswered = !page;
    if (page) {
        showFirst(std::move(page.value()));
    } else {
        setAsking(false);
        Q_EMIT failed(page.error());
    }
}

void CustomerTableModel::showFirst(CustomerPage page)
{
    const auto rows = qint64(page.rows.size());
    const bool all = rows < PageCache::pageRows;
    const qint64 expected = std::exchange(m_expected, -1);
    if (expected < 0 || !completeGlimpse(page))
        show(0, std::move(page.rows), {.top = true, .end = all}, rows, -1);
    if (all) {
        m_survey.cancel();
        setTotal(rows, false);
    } else {
        if (expected >= 0)
            takeEstimate(expected);
        if (!m_survey.isRunning())
            m_survey.askAfter(m_query.matchesAll() ? std::chrono::milliseconds(0) : m_patience.rest,
                              expected >= 0);
    }
    fetchVisible(false);
}

void CustomerTableModel::showLanding(Landing::Place place)
{
    const auto before = qint64(place.before.size());
    const auto behind = qint64(place.from.size());
    const bool top = before < PageCache::pageRows;
    const bool end = behind < PageCache::pageRows;
    // What the pages say of the ends is newer than the survey.
    const qint64 row = top ? before : std::max(place.survey.landmarkRow, before);
    const qint64 total = end ? row + behind : std::max(place.survey.total, row + behind);
    std::vector<Customer> rows = std::move(place.before);
    rows.insert(rows.end(), std::make_move_iterator(place.from.begin()),
                std::make_move_iterator(place.from.end()));
    show(row - before, std::move(rows), {.top = top && row == before, .end = end}, total, int(row));
    setTotal(m_rows, false);
    fetchVisible(false);
}

void CustomerTableModel::show(qint64 first, std::vector<Customer> rows, const PageLinks& links,
                              qint64 total, int current)
{
    setAsking(false);
    m_unanswered = false;
    beginResetModel();
    m_cache.clear();
    m_cache.put(first, std::move(rows), links);
    m_rows = int(std::min(total, mostRows));
    m_total = -1;
    m_estimate = true;
    m_numbered = true;
    m_answered = true;
    m_steady = 0;
    const qint64 screen = m_window.last - m_window.first;
    m_window = {.first = std::max(0, current), .last = std::max(0, current) + screen};
    endResetModel();
    m_age.start();
    m_unsettled = true;
    const qint64 took = m_asked.elapsed();
    m_lastAnswers.append(took);
    if (m_lastAnswers.size() > 4)
        m_lastAnswers.removeFirst();
    Q_EMIT answered(took);
    Q_EMIT queryShown(current);
}

void CustomerTableModel::takeEstimate(qint64 estimate)
{
    if (!m_estimate || m_asking)
        return;
    setRowCount(std::max<qint64>(m_rows, estimate));
    setTotal(m_rows, true);
    fetchVisible(false);
}

void CustomerTableModel::takeSurvey(const CustomerSurvey& survey,
                                    const std::optional<Customer>& landmark)
{
    if (m_landing.isUnderWay()) {
        m_landing.takeSurvey(survey);
        return;
    }
    if (m_asking)
        return;
    const std::optional<Customer> late = m_landing.late();
    const int shown = landmark ? rowOf(landmark->id) : -1;
    if (shown >= 0 && survey.landmarkRow >= 0) {
        shiftRows(survey.landmarkRow - shown);
        m_survey.shift(shown - survey.landmarkRow); // its anchors are numbered right
        m_numbered = true;
    } else if (!m_numbered) {
        m_survey.want({}); // what the person looks at by now is not what was looked for
        if (m_estimate && m_cache.at(m_window.first)) {
            fetchVisible(true);
            return;
        }
    }
    setRowCount(survey.total);
    setTotal(m_rows, false);
    m_landing.forget();
    if (late && landmark && late->id == landmark->id && m_window.first == 0)
        Q_EMIT currentFound(int(std::min<qint64>(survey.landmarkRow, m_rows - 1)));
    fetchVisible(true);
}

void CustomerTableModel::setTotal(qint64 total, bool estimate)
{
    if (m_total == total && m_estimate == estimate)
        return;
    m_total = total;
    m_estimate = estimate;
    Q_EMIT totalChanged(total, estimate);
}

void CustomerTableModel::setRowCount(qint64 wanted)
{
    const int rows = int(std::clamp<qint64>(wanted, 0, mostRows));
    m_rearranging = true;
    if (rows > m_rows) {
        m_cache.openEnd();
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        m_cache.truncate(rows);
        endRemoveRows();
    }
    m_rearranging = false;
}

/// The rows were numbered wrong: as many are inserted or removed at the top.
void CustomerTableModel::shiftRows(qint64 wanted)
{
    const int by = int(std::clamp<qint64>(wanted, -m_rows, mostRows - m_rows));
    if (by == 0)
        return;
    m_rearranging = true;
    if (by > 0) {
        beginInsertRows({}, 0, by - 1);
        m_rows += by;
        m_cache.shift(by);
        endInsertRows();
    } else {
        beginRemoveRows({}, 0, -by - 1);
        m_rows += by;
        m_cache.shift(by);
        endRemoveRows();
    }
    m_rearranging = false;
    m_survey.shift(by);
    for (auto& [course, flight] : m_flights)
        flight.fetch.row += by;
    m_window.first = std::max<qint64>(0, m_window.first + by);
    m_window.last = std::max<qint64>(m_window.first, m_window.last + by);
    Q_EMIT rowsShifted(by);
}

void CustomerTableModel::refresh()
{
    if (m_asking || !m_answered || m_unanswered || isGlimpse() || m_rows == 0) {
        setQuery(m_query);
        return;
    }
    cancelAll();
    m_cache.markAllStale();
    m_window.upwards = false;
    wantSurvey({});
    m_unsettled = true;
    fetchVisible(true);
}

int CustomerTableModel::rowOf(CustomerId id) const
{
    return int(m_cache.rowOf(id).value_or(-1));
}

void CustomerTableModel::applyChanged(const Customer& customer)
{
    if (m_current && m_current->id == customer.id)
        m_current = customer;
    if (const auto row = m_cache.replace(customer))
        Q_EMIT dataChanged(index(int(*row), 0), index(int(*row), ColumnCount - 1));
}

void CustomerTableModel::removeCustomers(const std::vector<Customer>& customers)
{
    QSet<CustomerId> gone;
    for (const Customer& customer : customers)
        gone.insert(customer.id);
    for (const int row : m_cache.rowsOf(gone)) {
        beginRemoveRows({}, row, row);
        m_cache.removeRow(row);
        --m_rows;
        endRemoveRows();
    }
    if (m_total >= 0)
        setTotal(m_rows, m_estimate);
    if (!customers.empty())
        wantSurvey({}); // some of them may not have been at hand
    if (m_current && gone.contains(m_current->id))
        m_current.reset();
    Q_EMIT customersGone(gone);
    m_unsettled = true;
    fetchVisible(true);
}

void CustomerTableModel::setUnsaved(const QSet<CustomerId>& ids)
{
    const QSet<CustomerId> changed = (ids - m_unsaved) + (m_unsaved - ids);
    m_unsaved = ids;
    for (const CustomerId id : changed) {
        const int row = rowOf(id);
        if (row >= 0)
            Q_EMIT dataChanged(index(row, Name), index(row, Name));
    }
}

} // namespace clientele
