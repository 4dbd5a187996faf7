// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customerrepository.h"
#include "core/db/customertable.h"
#include "core/db/executor.h"

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
    [[nodiscard]] const ConnectionPool& pool() const { return m_pool; }
    /// For work on a session; what works on customers goes through run() and runFindable().
    [[nodiscard]] Executor& executor() { return m_executor; }

    /// As last described; never null. What was handed out stays valid while it is held.
    [[nodiscard]] std::shared_ptr<const CustomerTable> table() const;
    void setTable(const CustomerTable& table);

    /// Whether anything is known of where the matches of @p query stand.
    [[nodiscard]] bool foresees(const CustomerQuery& query) const;

    /// Queues @p work, a callable Result<T>(CustomerRepository&).
    template <class Work>
    auto run(Access access, Work work)
    {
        return m_executor.run(Lane::Interactive, access, onCustomers(std::move(work)));
    }

    /// Queues a write, and how to look whether it was done where the line broke: a callable
    /// Result<std::optional<T>>(CustomerRepository&).
    template <class Work, class Find>
    auto runFindable(Work work, Find find)
    {
        return m_executor.runFindable(Lane::Interactive, onCustomers(std::move(work)),
                                      onCustomers(std::move(find)));
    }

private:
    template <class Work>
    auto onCustomers(Work work)
    {
        return [this, work = std::move(work)](Session& session) mutable {
            const auto found = table();
            CustomerRepository customers(session, *found, &m_samples);
            return work(customers);
        };
    }

    const ConnectionSettings m_settings;
    mutable std::mutex m_mutex;
    std::shared_ptr<const CustomerTable> m_table = std::make_shared<CustomerTable>();
    SearchSamples m_samples;
    ConnectionPool m_pool;
    Executor m_executor; // last: its threads end before the rest does
};

} // namespace clientele
