// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

namespace clientele {

class WriteGate;

/// What a connection is opened with, besides where it goes.
struct ConnectOptions
{
    /// Sessions of one SQLite file that share one take turns at writing; null gives it one of its
    /// own.
    std::shared_ptr<WriteGate> gate = {};
    StatementLimits limits = {};
    /// Ends the wait for a server that does not answer. Never null.
    std::shared_ptr<Cancellation> cancellation = std::make_shared<Cancellation>();
};

/// Opens one connection, on whichever engine.
Result<std::unique_ptr<Session>> connectTo(const ConnectionSettings& settings,
                                           const QString& password,
                                           const ConnectOptions& options = {});

} // namespace clientele
