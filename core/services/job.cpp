// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/job.h"

namespace clientele {

void Job::report(const JobProgress& progress)
{
    m_progress = progress;
    Q_EMIT progressed();
}

void Job::finish()
{
    m_finished = true;
    Q_EMIT finished();
}

} // namespace clientele
