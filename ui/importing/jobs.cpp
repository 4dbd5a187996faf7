// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/jobs.h"

#include <algorithm>
#include <iterator>

namespace clientele {

Jobs::Jobs(QObject* parent) : QObject(parent), m_history(new JobHistory(this))
{
    connect(m_history, &JobHistory::changed, this, &Jobs::changed);
}

void Jobs::add(const std::shared_ptr<Job>& job)
{
    m_jobs.push_back(job);
    Job* const raw = job.get();
    connect(raw, &Job::progressed, this, [this, raw] { Q_EMIT progressed(raw); });
    connect(raw, &Job::finished, this, [this, weak = std::weak_ptr(job)] {
        const auto ended = weak.lock();
        if (!ended)
            return;
        m_history->add(JobRecord::of(*ended));
        Q_EMIT finished(ended);
    });
    Q_EMIT changed();
}

std::vector<std::shared_ptr<Job>> Jobs::running() const
{
    std::vector<std::shared_ptr<Job>> result;
    std::ranges::copy_if(m_jobs, std::back_inserter(result),
                         [](const auto& job) { return !job->isFinished(); });
    return result;
}

void Jobs::cancelAll()
{
    for (const auto& job : running())
        job->cancel();
}

void Jobs::releaseFinished()
{
    std::erase_if(m_jobs, [](const auto& job) { return job->isFinished(); });
    Q_EMIT changed();
}

void Jobs::forgetFinished()
{
    releaseFinished();
    m_history->clear();
}

} // namespace clientele
