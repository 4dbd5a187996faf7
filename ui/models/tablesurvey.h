// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"
#include "core/task.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace clientele {

class CustomerSource;

/// Knows how many customers a query has, and how to get near any of them: by an estimate at first,
/// then by a survey, which is made again when it is told that things have changed, at a calm pace.
class TableSurvey final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TableSurvey)

public:
    TableSurvey(CustomerSource& source, QObject* parent);
    ~TableSurvey() override;

    /// Forgets what it knows and calls off what it asked.
    void begin(const CustomerQuery& query);
    /// The landmark is looked for on the way.
    void ask(const std::optional<Customer>& landmark);
    /// Without one, and for an estimate unless it is @p foreseen better, after a rest: who types on
    /// would have both called off.
    void askAfter(std::chrono::milliseconds rest, bool foreseen);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }

    /// Another survey is wanted, no earlier than this after the one before was begun, and ten times
    /// as long as that took. due() says when.
    void want(std::chrono::milliseconds pause);
    [[nodiscard]] bool isDue() const { return m_wanted && !m_pause.isActive() && !m_running; }
    /// It is known otherwise.
    void wantNoMore();

    [[nodiscard]] bool hasAnchors() const { return !m_anchors.empty(); }
    /// How the page that begins at @p row is asked for: along the anchors, else by its offset.
    /// @p total is -1 where it is not known for certain.
    [[nodiscard]] PageRequest requestFor(qint64 row, qint64 total) const;
    /// The anchors move with the rows.
    void shift(qint64 by) { m_shift += by; }

Q_SIGNALS:
    void estimated(qint64 total);
    void surveyed(const clientele::CustomerSurvey& survey,
                  const std::optional<clientele::Customer>& landmark);
    void failed(const clientele::Error& error);
    void due();

private:
    CustomerSource& m_source;
    CustomerQuery m_query;
    std::vector<Customer> m_anchors;
    qint64 m_step = 1; ///< rows from one anchor to the next
    Task<CustomerSurvey> m_survey;
    Task<std::optional<qint64>> m_estimate;
    QTimer m_pause;
    QTimer m_rest;
    QElapsedTimer m_begun;
    std::chrono::milliseconds m_took{0};
    qint64 m_shift = 0;
    quint64 m_generation = 0;
    bool m_running = false;
    bool m_wanted = false;
    bool m_foreseen = false;

    void askEstimate();
};

} // namespace clientele
