// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionpool.h"
#include "core/db/pooledwork.h"

#include <condition_variable>
#include <deque>
#include <thread>

namespace clientele {

/// Runs work on a pool's connections in threads of its own, and hands back Tasks. Thread-safe.
class Executor final
{
    Q_DISABLE_COPY_MOVE(Executor)

public:
    /// @p pool outlives it.
    explicit Executor(ConnectionPool& pool) : m_pool(pool) {}
    /// Cancels everything and waits for the threads.
    ~Executor();

    /// Cancels everything and takes no more work. Does not wait.
    void shutdown();

    /// Queues @p act, a callable Result<T>(Session&). It may be called more than once: see
    /// perform().
    template <class Run>
    auto run(Lane lane, Access access, Run act)
    {
        return submitCallable(lane, access, std::move(act), nullptr);
    }

    /// Queues a write that can be looked for where the line broke: @p find is a callable
    /// Result<std::optional<T>>(Session&), empty where it was not done.
    template <class Run, class Find>
    auto runFindable(Lane lane, Run act, Find find)
    {
        return submitCallable(lane, Access::Write, std::move(act), std::move(find));
    }

private:
    struct Assignment
    {
        std::shared_ptr<PooledWork> work;
        ConnectionPool::Lease lease;
    };
    struct Thread
    {
        std::thread thread;
        bool ended = false;
    };

    template <class Run, class Find>
    auto submitCallable(Lane lane, Access access, Run act, Find find)
    {
        using Answer = std::invoke_result_t<Run&, Session&>;
        using T = std::remove_cvref_t<decltype(std::declval<Answer>().value())>;
        auto work = std::make_shared<CallableWork<T, Run, Find>>(lane, access, std::move(act),
                                                                 std::move(find));
        Task<T> task = work->task();
        submit(std::move(work));
        return task;
    }

    void submit(std::shared_ptr<PooledWork> work);
    void assign(std::shared_ptr<PooledWork>& work, ConnectionPool::Lease& lease);
    void startThread();
    void serve(const std::shared_ptr<Thread>& self);

    ConnectionPool& m_pool;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Assignment> m_assigned;
    std::vector<std::shared_ptr<Cancellation>> m_running;
    std::vector<std::shared_ptr<Thread>> m_threads;
    size_t m_idle = 0;
    bool m_stopping = false;
};

} // namespace clientele
