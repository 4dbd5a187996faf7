// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connectionpool.h"

#include <QRandomGenerator>

#include <algorithm>

namespace clientele {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr auto interruptEvery = 100ms; // until the work has ended
constexpr auto severAfter =
    800ms; // a server that does not answer a cancel by then is not waited for
constexpr int serializationTries = 6;

const auto laneOf = [](const auto& job) { return job->lane; };

} // namespace

struct ConnectionPool::Worker
{
    std::thread thread;
    bool ended = false; // under the pool's mutex

    // Used by the worker's thread alone.
    std::unique_ptr<Session> session;
    steady_clock::time_point openedAt;
    steady_clock::time_point usedAt;

    // Whoever interrupts holds this, so that what is interrupted is the work that was meant.
    std::mutex guard;
    const Cancellation* running = nullptr;
};

struct ConnectionPool::Stop
{
    std::shared_ptr<Worker> worker;
    std::shared_ptr<Cancellation> cancellation;
    steady_clock::time_point since = steady_clock::now();
};

ConnectionPool::ConnectionPool(Connect connect, const PoolOptions& options)
    : m_connect(std::move(connect)), m_options(options), m_supervisor([this] { superviseQueue(); })
{}

ConnectionPool::~ConnectionPool()
{
    shutdown();
    // Nobody adds to m_workers once m_stopping is set.
    for (const auto& worker : m_workers)
        worker->thread.join();
    m_supervisor.join();
}

void ConnectionPool::shutdown()
{
    std::deque<std::unique_ptr<Job>> dropped;
    std::vector<std::shared_ptr<Stop>> stops;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_attention = true;
        dropped.swap(m_queue);
        stops = m_stops;
        m_work.notify_all();
        m_supervision.notify_all();
    }
    // Outside the lock: both end in callbacks of others.
    for (const auto& stop : stops)
        stop->cancellation->cancel();
    dropped.clear();
}

void ConnectionPool::submit(std::unique_ptr<Job> job)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping)
        return; // its destructor answers Cancelled
    m_queue.push_back(std::move(job));
    startWorkerIfNeeded();
    m_work.notify_one();
}

void ConnectionPool::startWorkerIfNeeded()
{
    std::erase_if(m_workers, [](const auto& worker) {
        if (worker->ended)
            worker->thread.join();
        return worker->ended;
    });
    const auto bulk = static_cast<int>(std::ranges::count(m_queue, Lane::Bulk, laneOf));
    const int startable =
        static_cast<int>(m_queue.size()) - bulk + std::min(bulk, bulkLimit() - m_bulkRunning);
    if (m_idle >= startable || m_live >= m_options.size + m_options.overflow)
        return;
    const auto& worker = m_workers.emplace_back(std::make_shared<Worker>());
    ++m_live;
    ++m_idle;
    worker->thread = std::thread([this, worker] { serve(worker); });
}

int ConnectionPool::bulkLimit() const
{
    return std::max(1, m_options.size / 2);
}

std::unique_ptr<ConnectionPool::Job> ConnectionPool::next(Worker& worker,
                                                          std::unique_lock<std::mutex>& lock)
{
    for (;;) {
        if (m_stopping)
            break;
        auto found = std::ranges::find(m_queue, Lane::Interactive, laneOf);
        if (found == m_queue.end() && m_bulkRunning < bulkLimit())
            found = m_queue.begin();
        if (found != m_queue.end()) {
            auto job = std::move(*found);
            m_queue.erase(found);
            return job;
        }
        // Connections beyond the pool's size are closed as soon as there is nothing for them to do.
        if (worker.session && m_live > m_options.size)
            break;
        m_work.wait(lock);
    }
    --m_live;
    --m_idle;
    return nullptr;
}

void ConnectionPool::serve(const std::shared_ptr<Worker>& worker)
{
    std::unique_lock lock(m_mutex);
    while (auto job = next(*worker, lock)) {
        const bool bulk = job->lane == Lane::Bulk;
        --m_idle;
        m_bulkRunning += bulk;
        auto stop = std::make_shared<Stop>(Stop{worker, job->cancellation});
        m_stops.push_back(stop);
        lock.unlock();

        perform(*worker, *job);

        lock.lock();
        std::erase(m_stops, stop);
        m_bulkRunning -= bulk;
        ++m_idle; // before the answer is out: who asks again at once is to find this connection
        m_work.notify_all(); // a bulk slot may be free now
        lock.unlock();
        job->finish();
        job.reset();
        lock.lock();
    }
    lock.unlock();
    closeSession(*worker);
    lock.lock();
    worker->ended = true;
    m_attention = true;
    m_supervision.notify_one();
}

void ConnectionPool::perform(Worker& worker, Job& job)
{
    bool repeated = false;
    for (int attempt = 1;; ++attempt) {
        if (job.cancellation->isCancelled()) {
            job.fail({.kind = ErrorKind::Cancelled});
            return;
        }
        if (auto error = ensureSession(worker)) {
            job.fail(*error);
            return;
        }
        worker.session->setCancellation(job.cancellation);
        {
            const std::lock_guard guard(worker.guard);
            worker.running = job.cancellation.get();
        }
        const bool started = job.cancellation->setHook([this] { wakeSupervisor(); });
        std::optional<Error> error = Error{.kind = ErrorKind::Cancelled};
        if (started)
            error = job.run(*worker.session);
        else
            job.fail(*error);
        job.cancellation->setHook({});
        {
            const std::lock_guard guard(worker.guard);
            worker.running = nullptr;
        }
        if (worker.session->inTransaction())
            worker.session->rollback();
        worker.usedAt = steady_clock::now();
        if (!worker.session->isAlive())
            closeSession(worker);

        if (error && error->kind == ErrorKind::ConnectionLost && job.access == Access::Read &&
            !repeated) {
            repeated = true;
            closeSession(worker);
            continue;
        }
        if (error && error->kind == ErrorKind::Serialization && attempt < serializationTries) {
            const int spread = 10 << attempt;
            std::this_thread::sleep_for(
                milliseconds(QRandomGenerator::global()->bounded(spread) + 1));
            continue;
        }
        return;
    }
}

std::optional<Error> ConnectionPool::ensureSession(Worker& worker)
{
    const auto now = steady_clock::now();
    if (worker.session) {
        const bool old = now - worker.openedAt > m_options.recycle;
        const bool doubtful = now - worker.usedAt > m_options.pingAfter;
        if (old || !worker.session->isAlive() || (doubtful && !worker.session->ping()))
            closeSession(worker);
    }
    if (worker.session)
        return std::nullopt;
    auto opened = m_connect();
    if (!opened)
        return opened.error();
    worker.session = std::move(*opened);
    worker.openedAt = worker.usedAt = steady_clock::now();
    const std::lock_guard lock(m_mutex);
    ++m_opened;
    return std::nullopt;
}

void ConnectionPool::closeSession(Worker& worker)
{
    const std::lock_guard guard(worker.guard);
    worker.session.reset();
}

/// Passes cancellations on to the database, and answers work that waited too long.
void ConnectionPool::superviseQueue()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping || !std::ranges::all_of(m_workers, &Worker::ended)) {
        bool stopsPending = m_stopping;
        const auto stops = m_stops;
        std::vector<std::unique_ptr<Job>> expired;
        const auto now = steady_clock::now();
        for (auto it = m_queue.begin(); it != m_queue.end();) {
            const bool late = now - (*it)->queuedAt > m_options.timeout;
            if (late)
                (*it)->fail({.kind = ErrorKind::Timeout,
                             .message = QStringLiteral("No connection became free in time.")});
            if (late || (*it)->cancellation->isCancelled()) {
                expired.push_back(std::move(*it));
                it = m_queue.erase(it);
            } else {
                ++it;
            }
        }
        lock.unlock();
        expired.clear();
        for (const auto& stop : stops) {
            if (!stop->cancellation->isCancelled()) {
                stop->since = steady_clock::now();
                continue;
            }
            stopsPending = true;
            const std::lock_guard guard(stop->worker->guard);
            if (stop->worker->running != stop->cancellation.get() || !stop->worker->session)
                continue;
            if (steady_clock::now() - stop->since > severAfter)
                stop->worker->session->sever();
            else
                stop->worker->session->interrupt();
        }
        lock.lock();
        m_supervision.wait_for(lock, stopsPending ? interruptEvery : milliseconds(500),
                               [this] { return std::exchange(m_attention, false); });
    }
}

void ConnectionPool::wakeSupervisor()
{
    const std::lock_guard lock(m_mutex);
    m_attention = true;
    m_supervision.notify_one();
}

ConnectionPool::Counters ConnectionPool::counters() const
{
    const std::lock_guard lock(m_mutex);
    return {.open = m_live,
            .busy = m_live - m_idle,
            .queued = static_cast<int>(m_queue.size()),
            .opened = m_opened};
}

} // namespace clientele
