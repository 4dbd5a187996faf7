// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/executor.h"

#include "core/db/perform.h"

#include <algorithm>

namespace clientele {

using namespace std::chrono_literals;

namespace {

constexpr auto keepIdle = 1min;

} // namespace

Executor::~Executor()
{
    shutdown();
    // Nobody adds to m_threads once m_stopping is set.
    for (const auto& one : m_threads)
        one->thread.join();
}

void Executor::shutdown()
{
    std::deque<Assignment> dropped;
    std::vector<std::shared_ptr<Cancellation>> running;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        dropped.swap(m_assigned);
        running = m_running;
        m_changed.notify_all();
    }
    // Outside the lock: all of these end in callbacks of others.
    m_pool.shutdown();
    for (const auto& cancellation : running)
        cancellation->cancel();
    dropped.clear(); // their destructors answer Cancelled
}

void Executor::submit(std::shared_ptr<PooledWork> work)
{
    Watchdog& watchdog = m_pool.watchdog();
    if (!work->cancellation->setHook([&watchdog] { watchdog.wake(); }))
        return; // its destructor answers Cancelled
    auto& cancellation = work->cancellation;
    const Lane lane = work->lane;
    m_pool.request(lane, cancellation,
                   [this, work = std::move(work)](Result<ConnectionPool::Lease> lease) mutable {
                       if (lease)
                           assign(work, *lease);
                       else
                           work->fail(lease.error());
                   });
}

void Executor::assign(std::shared_ptr<PooledWork>& work, ConnectionPool::Lease& lease)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping)
        return; // both go back to where they came from after the lock: the caller holds them
    m_assigned.push_back({std::move(work), std::move(lease)});
    if (m_idle < m_assigned.size())
        startThread();
    m_changed.notify_one();
}

void Executor::startThread()
{
    std::erase_if(m_threads, [](const auto& one) {
        if (one->ended)
            one->thread.join();
        return one->ended;
    });
    const auto& thread = m_threads.emplace_back(std::make_shared<Thread>());
    ++m_idle;
    thread->thread = std::thread([this, thread] { serve(thread); });
}

void Executor::serve(const std::shared_ptr<Thread>& self)
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        const bool called = m_changed.wait_for(
            lock, keepIdle, [this] { return !m_assigned.empty() || m_stopping; });
        if (!called || m_stopping)
            break;
        std::optional<Assignment> next(std::move(m_assigned.front()));
        m_assigned.pop_front();
        --m_idle;
        const auto work = next->work;
        m_running.push_back(work->cancellation);
        lock.unlock();

        perform(m_pool, next->lease, *work);
        // Before the answer is out: who asks again at once is to find connection and thread.
        next.reset();
        lock.lock();
        std::erase(m_running, work->cancellation);
        ++m_idle;
        lock.unlock();
        work->finish();
        lock.lock();
    }
    --m_idle;
    self->ended = true;
}

} // namespace clientele
