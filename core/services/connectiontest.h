// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"
#include "core/task.h"

#include <QList>
#include <QString>

namespace clientele {

/// One step of testing a connection.
struct ConnectionCheck
{
    enum class Step
    {
        ResolveName, ///< PostgreSQL only, as the next three
        ReachPort,
        Encrypt,
        SignIn,
        OpenFile, ///< SQLite only
        FindTable,
        Rights,
    };
    enum class Verdict
    {
        Passed,
        Failed,
        NotTried
    };

    Step step = Step::SignIn;
    Verdict verdict = Verdict::NotTried;
    QString finding; ///< "sales.db.example → 203.0.113.7", or why it failed; no secrets
    QString advice;  ///< what to do where it failed
    double milliseconds = 0;
};

/// All steps of the engine in order; those after a failed one are NotTried.
struct ConnectionReport
{
    QList<ConnectionCheck> checks;

    [[nodiscard]] bool passed() const;
};

/// Tries a connection step by step, in a thread of its own, and changes nothing.
Task<ConnectionReport> testConnection(const ConnectionSettings& settings, const QString& password);

/// "Sign in", "Find the table": the step's name for people.
QString stepName(ConnectionCheck::Step step);

} // namespace clientele
