// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionpool.h"
#include "core/db/customerrepository.h"
#include "core/db/customertable.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace clientele {

/// The part of an open book that works in other threads: its pool, and its table as found. Shared
/// by the Book and its jobs. Thread-safe.
class BookEngine final
{
    Q_DISABLE_COPY_MOVE(BookEngine)

public:
    BookEngine(const ConnectionSettings& settings, const QString& password);

    [[nodiscard]] const ConnectionSettings& settings() const { return m_settings; }
    [[nodiscard]] ConnectionPool& pool() { return m_pool; }

    /// As last described; never null. What was handed out stays valid while it is held.
    [[nodiscard]] std::shared_ptr<const CustomerTable> table() const;
    void setTable(const CustomerTable& table);

    /// Queues @p work, a callable Result<T>(CustomerRepository&).
    template <class Work>
    auto run(Access access, Work work)
    {
        return m_pool.run(Lane::Interactive, access,
                          [this, work = std::move(work)](Session& session) mutable {
                              const auto found = table();
                              CustomerRepository customers(session, *found);
                              return work(customers);
                          });
    }

private:
    const ConnectionSettings m_settings;
    mutable std::mutex m_mutex;
    std::shared_ptr<const CustomerTable> m_table = std::make_shared<CustomerTable>();
    ConnectionPool m_pool; // last: its threads end before the rest does
};

} // namespace clientele
