// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/job.h"
#include "ui/importing/jobhistory.h"

#include <QObject>

#include <memory>
#include <vector>

namespace clientele {

/// The imports and exports of this session, running and finished, whichever window started them,
/// and what is known of those before.
class Jobs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Jobs)

public:
    explicit Jobs(QObject* parent = nullptr);

    void add(const std::shared_ptr<Job>& job);

    /// In the order in which they were started.
    [[nodiscard]] const std::vector<std::shared_ptr<Job>>& all() const { return m_jobs; }
    [[nodiscard]] std::vector<std::shared_ptr<Job>> running() const;

    /// Asks all that run to end. Each still says finished().
    void cancelAll();
    /// Lets the finished ones go, which hold what they worked on; their records stay.
    void releaseFinished();
    /// Takes the finished ones off the list, also those of earlier sessions.
    void forgetFinished();

    [[nodiscard]] JobHistory& history() const { return *m_history; }

Q_SIGNALS:
    /// One was added, ended, or taken off the list.
    void changed();
    void progressed(clientele::Job* job);
    void finished(std::shared_ptr<clientele::Job> job);

private:
    std::vector<std::shared_ptr<Job>> m_jobs;
    JobHistory* m_history;
};

} // namespace clientele
