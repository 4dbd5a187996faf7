// SPDX-License-Identifier: GPL-3.0-or-later
// How the table's rows are fetched, and what their pages say of the rows' numbers.
#include "ui/models/customertablemodel.h"

#include <algorithm>

namespace clientele {

namespace {

using Where = PageRequest::Where;

constexpr qint64 margin = 40; ///< rows beyond the screen that are fetched in any case
constexpr int steadily = 3;   ///< steps in one direction that will hardly be the last

} // namespace

void CustomerTableModel::setVisibleRows(int first, int last)
{
    if (m_rearranging)
        return; // the view has not heard yet where its rows are
    const qint64 step = first - m_window.first;
    const qint64 screen = std::max<qint64>(1, last - first + 1);
    if (step != 0)
        m_moved.start();
    if (std::abs(step) > 3 * screen)
        m_steady = 0; // a jump leads nowhere
    else if (step > 0)
        m_steady = std::max(0, m_steady) + 1;
    else if (step < 0)
        m_steady = std::min(0, m_steady) - 1;
    // What comes next is fetched before it is seen, and more of it the likelier it comes.
    const auto lead = [](int steps) {
        return steps <= 0         ? margin
               : steps < steadily ? PageCache::pageRows
                                  : 2 * PageCache::pageRows;
    };
    m_window = {.first = first,
                .last = std::max(first, last),
                .above = lead(-m_steady),
                .below = lead(m_steady),
                .upwards = m_steady < 0};
    if (first > 0)
        m_landing.forget();
    fetchVisible(false);
}

void CustomerTableModel::fetchVisible(bool jumpsToo)
{
    if (!m_answered || m_asking || m_unanswered || m_arriving || isGlimpse())
        return;
    if (m_rows == 0) {
        settle();
        return;
    }
    FetchWindow window = m_window;
    window.first = std::min<qint64>(window.first, m_rows - 1);
    window.last = std::min<qint64>(window.last, m_rows - 1);
    m_cache.touch(window.first - margin, window.last + margin);
    const std::vector<PageFetch> wanted = planFetches(m_cache, window);
    dropFarFlights(wanted);
    for (const PageFetch& page : wanted) {
        if (m_flights.contains(page.course))
            continue;
        m_unsettled = true;
        if (page.jump && !jumpsToo)
            m_jump.start();
        else
            fetch(page);
    }
    if (m_flights.empty() && wanted.empty())
        settle();
}

/// What was asked for is waited for where it is of use, though it may not be what would be asked
/// for now.
void CustomerTableModel::dropFarFlights(const std::vector<PageFetch>& wanted)
{
    std::erase_if(m_flights, [&](auto& entry) {
        auto& [course, flight] = entry;
        const PageFetch& fetch = flight.fetch;
        const auto same = std::find_if(wanted.begin(), wanted.end(), [&](const PageFetch& page) {
            return page.course == fetch.course;
        });
        const qint64 first =
            fetch.row - (course == PageFetch::Course::Up ? PageCache::pageRows : 0);
        const qint64 end = first + PageCache::pageRows;
        bool keep = false;
        if (fetch.request.where == Where::Last)
            keep = m_window.last + PageCache::pageRows >= fetch.row;
        else if (fetch.jump)
            keep = m_window.first >= first && m_window.first < end;
        else if (same != wanted.end())
            keep = fetch.sameAs(*same);
        else
            keep = end > m_window.first - 2 * PageCache::pageRows &&
                   first < m_window.last + 2 * PageCache::pageRows;
        if (!keep)
            flight.task.cancellation->cancel();
        return !keep;
    });
}

PageRequest CustomerTableModel::requestFrom(int row) const
{
    if (const Customer* customer = m_cache.keyAt(row))
        return {.where = Where::From, .anchor = *customer, .limit = int(PageCache::pageRows)};
    return m_survey.requestFor(row, m_estimate ? -1 : m_total);
}

PageRequest CustomerTableModel::jumpRequest(PageFetch& fetch) const
{
    if (!m_survey.hasAnchors() && fetch.row > 0 && fetch.row + PageCache::pageRows >= m_rows) {
        fetch.row = m_rows;
        return {.where = Where::Last, .limit = int(PageCache::pageRows)};
    }
    return m_survey.requestFor(fetch.row, m_estimate ? -1 : m_total);
}

void CustomerTableModel::fetch(PageFetch fetch)
{
    if (fetch.jump && fetch.request.where != Where::Last)
        fetch.request = jumpRequest(fetch);
    const Task<CustomerPage> task = m_source->page(m_query, fetch.request);
    const PageFetch::Course course = fetch.course;
    m_flights.insert_or_assign(course, Flight{.fetch = std::move(fetch), .task = task});
    whenDone(task, this, [this, course, task](Result<CustomerPage> page) {
        const auto flight = m_flights.find(course);
        if (flight == m_flights.end() || flight->second.task.cancellation != task.cancellation)
            return; // nobody waits for it any more
        const PageFetch asked = std::move(flight->second.fetch);
        m_flights.erase(flight);
        if (page) {
            m_arriving = true;
            take(asked, std::move(page.value()));
            m_arriving = false;
            fetchVisible(false);
        } else if (page.error().kind == ErrorKind::Cancelled) {
            m_jump.start();
        } else {
            Q_EMIT failed(page.error());
        }
    });
}

/// Rows may have come or gone since they were counted: what a page says about the ends is believed.
void CustomerTableModel::take(const PageFetch& fetch, CustomerPage page)
{
    if (fetch.request.where == Where::Before) {
        takeAbove(fetch, std::move(page));
        return;
    }
    if (fetch.request.where == Where::Last) {
        takeLast(fetch, std::move(page));
        return;
    }
    const auto size = qint64(page.rows.size());
    const bool end = size < fetch.request.limit;
    const bool after = fetch.request.where == Where::After;
    if (after) {
        const Customer* edge = m_cache.at(fetch.row - 1);
        if (!edge || edge->id != fetch.request.anchor->id)
            return; // it follows what is there no more
    } else if (size == 0) {
        // The end is somewhere before, and so are the rows that the person is to see.
        m_arriving = false;
        this->fetch({.course = PageFetch::Course::Seat,
                     .row = fetch.row,
                     .jump = true,
                     .request = {.where = Where::Last, .limit = int(PageCache::pageRows)}});
        return;
    }
    if (end)
        endAt(fetch.row + size);
    if (size == 0) {
        m_cache.markEnd(fetch.row);
        return;
    }
    PageLinks links{.top = fetch.request.where == Where::Offset && fetch.row == 0, .end = end};
    if (after)
        links.predecessor = fetch.request.anchor->id;
    putPage(fetch.row, std::move(page.rows), links);
}

void CustomerTableModel::takeAbove(const PageFetch& fetch, CustomerPage page)
{
    const Customer* edge = m_cache.at(fetch.row);
    if (!edge || edge->id != fetch.request.anchor->id)
        return;
    const auto size = qint64(page.rows.size());
    const bool top = size < fetch.request.limit;
    const qint64 first = fetch.row - size;
    if (first < 0 || top) {
        if (first != 0)
            wantSurvey(m_patience.survey);
        shiftRows(-first); // there are more rows above, or fewer, than were thought
        if (m_total >= 0)
            setTotal(m_rows, m_estimate);
    }
    const qint64 now = first < 0 || top ? 0 : first;
    if (size == 0)
        m_cache.markTop(0);
    else
        putPage(now, std::move(page.rows), {.successor = fetch.request.anchor->id, .top = top});
}

void CustomerTableModel::takeLast(const PageFetch& fetch, CustomerPage page)
{
    const auto size = qint64(page.rows.size());
    const bool top = size < fetch.request.limit;
    const qint64 end = top ? size : std::max(fetch.row, size);
    m_numbered = top || (m_numbered && !m_estimate);
    if (end != m_rows)
        wantSurvey(m_patience.survey);
    setRowCount(end);
    if (m_total >= 0 || top)
        setTotal(m_rows, m_estimate && !top);
    putPage(end - size, std::move(page.rows), {.top = top, .end = true});
}

void CustomerTableModel::putPage(qint64 first, std::vector<Customer> rows, const PageLinks& links)
{
    const qint64 end = first + qint64(rows.size());
    if (end > m_rows) {
        setRowCount(end);
        if (!m_estimate)
            wantSurvey(m_patience.survey);
        if (m_total >= 0)
            setTotal(m_rows, m_estimate);
    }
    if (m_cache.put(first, std::move(rows), links))
        wantSurvey(m_patience.survey);
    const int last = int(std::min<qint64>(end, m_rows)) - 1;
    if (first > last)
        return;
    Q_EMIT dataChanged(index(int(first), 0), index(last, ColumnCount - 1));
    Q_EMIT rowsShown(int(first), last);
}

void CustomerTableModel::endAt(qint64 rows)
{
    if (rows == m_rows && !m_estimate)
        return;
    if (rows != m_rows && !m_estimate)
        wantSurvey(m_patience.survey);
    setRowCount(rows);
    if (m_total >= 0 || m_numbered)
        setTotal(m_rows, m_estimate && !m_numbered);
}

/// Customers have come or gone: the rows' numbers are not certain any more.
void CustomerTableModel::wantSurvey(std::chrono::milliseconds pause)
{
    m_numbered = false;
    m_survey.want(pause);
}

void CustomerTableModel::settle()
{
    if (m_cache.isWhole(m_rows)) {
        m_survey.wantNoMore();
        m_survey.cancel();
        m_numbered = true;
        setTotal(m_rows, false);
    } else if (m_survey.isDue()) {
        // One that was saved since may stand elsewhere than it is shown.
        qint64 row = m_window.first;
        while (row < m_window.last && m_cache.at(row) && m_cache.at(row) != m_cache.keyAt(row))
            ++row;
        const Customer* top = m_cache.at(row);
        m_survey.ask(top ? std::optional(*top) : std::nullopt);
    }
    if (std::exchange(m_unsettled, false))
        Q_EMIT settled();
}

} // namespace clientele
