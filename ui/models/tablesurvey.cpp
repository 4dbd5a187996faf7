// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tablesurvey.h"

#include "ui/models/customersource.h"
#include "ui/models/pagecache.h"

#include <algorithm>

namespace clientele {

TableSurvey::TableSurvey(CustomerSource& source, QObject* parent)
    : QObject(parent), m_source(source)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &TableSurvey::due);
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (!std::exchange(m_foreseen, false))
            askEstimate();
        ask(std::nullopt);
    });
}

TableSurvey::~TableSurvey()
{
    cancel();
}

void TableSurvey::cancel()
{
    ++m_generation;
    m_rest.stop();
    m_survey.cancel();
    m_estimate.cancel();
    m_running = false;
}

void TableSurvey::begin(const CustomerQuery& query)
{
    cancel();
    wantNoMore();
    m_query = query;
    m_anchors.clear();
    m_shift = 0;
    m_took = {};
    m_begun.invalidate();
}

void TableSurvey::askEstimate()
{
    m_estimate = m_source.estimate(m_query);
    whenDone(m_estimate, this,
             [this, generation = m_generation](const Result<std::optional<qint64>>& estimate) {
                 if (generation == m_generation && estimate && *estimate)
                     Q_EMIT estimated(**estimate);
             });
}

void TableSurvey::ask(const std::optional<Customer>& landmark)
{
    m_survey.cancel();
    wantNoMore();
    m_running = true;
    m_begun.start();
    m_survey = m_source.survey(m_query, landmark);
    whenDone(m_survey, this,
             [this, landmark, generation = m_generation,
              task = m_survey](Result<CustomerSurvey> survey) {
                 if (generation != m_generation || task.cancellation != m_survey.cancellation)
                     return;
                 m_running = false;
                 m_took = std::chrono::milliseconds(m_begun.elapsed());
                 if (m_wanted)
                     want({});
                 if (!survey) {
                     Q_EMIT failed(survey.error());
                     return;
                 }
                 m_anchors = std::move(survey->anchors);
                 m_step = survey->step;
                 m_shift = 0;
                 Q_EMIT surveyed(*survey, landmark);
             });
}

void TableSurvey::askAfter(std::chrono::milliseconds rest, bool foreseen)
{
    m_foreseen = foreseen;
    m_running = true;
    m_rest.start(rest);
}

void TableSurvey::want(std::chrono::milliseconds pause)
{
    m_wanted = true;
    if (!m_begun.isValid())
        return;
    const auto left = std::max(pause, 10 * m_took) - std::chrono::milliseconds(m_begun.elapsed());
    if (left.count() > 0 && (!m_pause.isActive() || left < m_pause.remainingTimeAsDuration()))
        m_pause.start(left);
    else if (left.count() <= 0)
        m_pause.stop();
}

void TableSurvey::wantNoMore()
{
    m_wanted = false;
    m_pause.stop();
}

PageRequest TableSurvey::requestFor(qint64 row, qint64 total) const
{
    const qint64 surveyed = row - m_shift;
    if (m_anchors.empty() || surveyed < 0)
        return {.offset = row, .total = total, .limit = int(PageCache::pageRows)};
    const qint64 nearest = std::min<qint64>(surveyed / m_step, qint64(m_anchors.size()) - 1);
    return {.where = PageRequest::Where::From,
            .offset = surveyed - nearest * m_step,
            .anchor = m_anchors[size_t(nearest)],
            .limit = int(PageCache::pageRows)};
}

} // namespace clientele
