// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/probetrial.h"

#include "core/db/errors.h"

#include <algorithm>
#include <chrono>

namespace clientele {

using namespace Qt::StringLiterals;
using Verdict = CapabilityFinding::Verdict;

Outcome Outcome::yes(const QString& finding)
{
    return {.verdict = Verdict::Yes, .finding = finding};
}

Outcome Outcome::no(const QString& finding)
{
    return {.verdict = Verdict::No, .finding = finding};
}

Outcome Outcome::unknown(const QString& finding)
{
    return {.verdict = Verdict::Unknown, .finding = finding};
}

Outcome Outcome::of(const Error& error)
{
    if (errors::isRefusal(error))
        return no(u"refused: %1"_s.arg(error.message));
    // 3F000: without the right to use a schema there is none to make a table in.
    if (error.kind == ErrorKind::PermissionDenied || error.code == u"3F000")
        return unknown(u"not known: this user may not try it (%1)"_s.arg(error.message));
    if (error.kind == ErrorKind::ReadOnly)
        return unknown(u"not known: the connection is for reading only"_s);
    return unknown(u"not known: %1"_s.arg(error.message));
}

void ProbeRun::add(Capability capability, const std::function<Outcome()>& trial)
{
    if (!m_session.isAlive() || m_session.cancellation().isCancelled())
        return;
    using namespace std::chrono;
    const auto start = steady_clock::now();
    const Outcome outcome = trial();
    if (m_session.inTransaction())
        m_session.rollback();
    const duration<double, std::milli> took = steady_clock::now() - start;
    m_report += {.capability = capability,
                 .verdict = outcome.verdict,
                 .finding = outcome.finding,
                 .milliseconds = took.count()};
}

Result<CapabilityReport> ProbeRun::finish() const
{
    if (m_session.cancellation().isCancelled())
        return Error{.kind = ErrorKind::Cancelled};
    if (!m_session.isAlive())
        return Error{.kind = ErrorKind::ConnectionLost,
                     .message = u"The connection broke while it was tried out."_s};
    CapabilityReport report = m_report;
    std::ranges::stable_sort(report, {}, &CapabilityFinding::capability);
    return report;
}

} // namespace clientele
