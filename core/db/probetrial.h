// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/capability.h"

#include <functional>

namespace clientele {

/// How one trial of a probe came out, before its time is known.
struct Outcome
{
    CapabilityFinding::Verdict verdict = CapabilityFinding::Verdict::Unknown;
    QString finding;

    static Outcome yes(const QString& finding);
    static Outcome no(const QString& finding);
    static Outcome unknown(const QString& finding);
    /// No where the engine refused it; Unknown where this user may not, or it is not clear.
    static Outcome of(const Error& error);
};

/// Does one trial after the other and leaves no transaction open behind any.
class ProbeRun final
{
public:
    explicit ProbeRun(Session& session) : m_session(session) {}

    void add(Capability capability, const std::function<Outcome()>& trial);
    /// The error where the line broke or the work was cancelled.
    Result<CapabilityReport> finish() const;

private:
    Session& m_session;
    CapabilityReport m_report;
};

} // namespace clientele
