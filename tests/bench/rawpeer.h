// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customersql.h"

#include <memory>

namespace clientele::bench {

/// The engine's own C interface and nothing else: what the same statement costs without us.
class RawPeer
{
public:
    virtual ~RawPeer() = default;
    /// Seconds until the last row has been read.
    virtual double seconds(const Statement& statement) = 0;

    static std::unique_ptr<RawPeer> connect(const ConnectionSettings& settings);
};

/// The table of a book, for writing statements.
CustomerTable describeTable(const ConnectionSettings& settings);

} // namespace clientele::bench
