// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/statement.h"
#include "core/services/book.h"

#include <memory>

namespace clientele::bench {

/// The engine's own C interface and nothing else: what the same statement costs without us.
class RawPeer
{
public:
    virtual ~RawPeer() = default;
    /// Seconds until the last row has been read.
    virtual double seconds(const Statement& statement) = 0;
    /// How the engine carries it out: with times on PostgreSQL.
    virtual QStringList plan(const Statement& statement) = 0;
    /// Of all of them, one after the other.
    double seconds(const std::vector<Statement>& statements);

    static std::unique_ptr<RawPeer> connect(const ConnectionSettings& settings);
};

/// What the book sends for a page, as its activity has it: the plan is its own choice.
std::vector<Statement> sentForPage(Book& book, const CustomerQuery& query,
                                   const PageRequest& request);

} // namespace clientele::bench
