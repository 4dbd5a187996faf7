// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRegularExpression>
#include <QStringList>

#include <chrono>
#include <vector>

namespace clientele::testing {

/// What went through a proxy.
struct WireCounters
{
    qint64 roundTrips = 0;   ///< Query, Sync and FunctionCall: each waits for a ReadyForQuery
    qint64 openingTrips = 0; ///< what was sent before the first of those: start, password
    qint64 connections = 0;
    qint64 cancels = 0;
    qint64 bytesToServer = 0;
    qint64 bytesToClient = 0;
};

/// What is done to statements of a kind.
struct WireRule
{
    enum class Action
    {
        Replace,         ///< the server is given text instead
        Refuse,          ///< answered with an error; the server never sees it
        CutBeforeServer, ///< the connection is reset; the server never sees it
        CutBeforeAnswer, ///< the server does it, and the connection is reset instead of its answer
    };

    QRegularExpression statement;
    Action action = Action::Refuse;
    QByteArray sqlState;
    QByteArray text; ///< of the error, or instead of the statement
    int times = -1;  ///< left; negative: always
};

/// What the links of a proxy share: how they treat what passes, and what they saw of it.
struct WireTraffic
{
    int serverPort = 0;
    std::chrono::milliseconds delay = std::chrono::milliseconds::zero(); ///< in each direction
    bool swallowsCancels = false;
    std::vector<WireRule> rules;
    WireCounters counters;
    QStringList statements;

    /// The first rule for @p statement, once less from now on; or none.
    const WireRule* ruleFor(const QString& statement);
};

} // namespace clientele::testing
