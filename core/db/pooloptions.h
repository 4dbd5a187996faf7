// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

#include <chrono>
#include <functional>

namespace clientele {

/// Two kinds of work that do not stand in each other's way: what a person waits for always finds a
/// connection, whatever imports and exports are under way.
enum class Lane
{
    Interactive,
    Bulk
};

/// A clock that does not stand still while the machine sleeps: a connection that was idle through
/// an hour of sleep is an hour older. Not affected by somebody setting the time of day.
std::chrono::milliseconds timeSinceBoot();

/// Sizes and times, with the guide's values. The semantics are those of SQLAlchemy's QueuePool
/// (docs.sqlalchemy.org, core/pooling), save that resetting is always a rollback: a connection is
/// never handed on with a transaction open.
struct PoolOptions
{
    using Milliseconds = std::chrono::milliseconds;

    /// Which of several idle connections is taken. The last one used keeps its statements prepared,
    /// and lets the others grow old; the first one used keeps all of them awake.
    enum class Order
    {
        LastUsed,
        LongestIdle
    };

    int size = 10;     ///< connections kept open; 0 keeps and opens any number
    int overflow = 20; ///< more of them while there is work, closed when it is done; -1 is no limit
    int bulk = 5;      ///< of all these, for bulk work at most; always leaves one to the other lane
    Milliseconds timeout = std::chrono::seconds(30); ///< for work that finds none
    Milliseconds recycle = std::chrono::hours(1); ///< age at which one is replaced; negative: never
    bool prePing = true;                          ///< try one that was idle before it is handed out
    Milliseconds pingAfter = std::chrono::seconds(30); ///< … for this long; a shorter rest is safe
    Milliseconds pingPatience = std::chrono::seconds(3); ///< no answer by then: it is dead
    Milliseconds keepIdle = std::chrono::minutes(5);     ///< all but one are closed after that
    Order order = Order::LastUsed;

    /// A person does not wait for another's lock as long as an import does.
    StatementLimits interactive = {.lock = std::chrono::seconds(5),
                                   .statement = std::chrono::minutes(2)};
    StatementLimits bulkWork = {.lock = std::chrono::minutes(1), .statement = {}};

    std::function<Milliseconds()> clock = timeSinceBoot;

    /// Connections that may be in use at once.
    [[nodiscard]] int most() const;
    [[nodiscard]] int mostBulk() const;
    [[nodiscard]] const StatementLimits& limits(Lane lane) const
    {
        return lane == Lane::Bulk ? bulkWork : interactive;
    }
};

} // namespace clientele
