// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/jobs.h"

#include <algorithm>
#include <iterator>

namespace clientele {

void Jobs::add(const std::shared_ptr<Job>& job)
{
    m_jobs.push_back(job);
    Job* const raw = job.get();
    connect(raw, &Job::progressed, this, [this, raw] { Q_EMIT progressed(raw); });
    connect(raw, &Job::finished, this, [this, weak = std::weak_ptr(job)] {
        Q_EMIT changed();
        if (const auto ended = weak.lock())
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

void Jobs::forgetFinished()
{
    std::erase_if(m_jobs, [](const auto& job) { return job->isFinished(); });
    Q_EMIT changed();
}

} // namespace clientele
