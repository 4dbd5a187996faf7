// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <libpq-fe.h>

#include <chrono>
#include <memory>

namespace clientele {

/// Asks a server to end what one of its connections does (PostgreSQL manual, 34.7), without
/// waiting: libpq's PQcancel opens a connection of its own, and blocks for as long as the server is
/// silent. Thread-safe.
class PostgresCancel final
{
    Q_DISABLE_COPY_MOVE(PostgresCancel)

public:
    explicit PostgresCancel(PGconn* connection);
    /// Does not wait; a request that is under way is left to itself.
    ~PostgresCancel() = default;

    /// Nothing where a request is under way already.
    void request();
    /// Waits until no request is under way: PQcancel returns after the server took it, so that it
    /// cannot hit a later statement. False where it took longer than @p patience.
    bool settle(std::chrono::milliseconds patience);

private:
    struct State;
    const std::shared_ptr<State> m_state; // outlives this where a request is under way
};

} // namespace clientele
