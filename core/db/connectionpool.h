// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/task.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <vector>

namespace clientele {

/// Sizes and times, with the guide's values; semantics as SQLAlchemy's QueuePool.
struct PoolOptions
{
    int size = 10;     ///< connections kept open
    int overflow = 20; ///< more of them while there is work, closed when it is done
    std::chrono::milliseconds timeout =
        std::chrono::seconds(30);                         ///< for work that finds no connection
    std::chrono::seconds recycle = std::chrono::hours(1); ///< age at which one is replaced
    std::chrono::seconds pingAfter =
        std::chrono::seconds(30); ///< idle time after which one is tried first
};

/// Interactive work always finds a connection, whatever bulk work runs.
enum class Lane
{
    Interactive,
    Bulk
};

/// Whether work may be done over when the line broke: reads are, once; writes never.
enum class Access
{
    Read,
    Write
};

/// Threads that each own one connection, opened, used and closed there; work is queued to them.
/// Thread-safe. Opens lazily: the first connection with the first work.
class ConnectionPool final
{
    Q_DISABLE_COPY_MOVE(ConnectionPool)

public:
    using Connect = std::function<Result<std::unique_ptr<Session>>()>;

    ConnectionPool(Connect connect, const PoolOptions& options);
    /// Cancels everything and waits for the threads.
    ~ConnectionPool();

    /// Cancels everything and takes no more work. Does not wait.
    void shutdown();

    /// Queues @p work, a callable Result<T>(Session&) that may run twice where @p access is Read
    /// (or on serialization failures, where its transaction was undone by the server).
    template <class Work>
    auto run(Lane lane, Access access, Work work)
    {
        using Answer = std::invoke_result_t<Work&, Session&>;
        using T = std::remove_cvref_t<decltype(std::declval<Answer>().value())>;
        auto job = std::make_unique<TypedJob<T, Work>>(std::move(work));
        job->lane = lane;
        job->access = access;
        Task<T> task{.future = job->promise.future(), .cancellation = job->cancellation};
        submit(std::move(job));
        return task;
    }

    struct Counters
    {
        int open = 0; ///< threads that have, or are opening, a connection
        int busy = 0;
        int queued = 0;
        qint64 opened = 0; ///< connections opened so far
    };
    [[nodiscard]] Counters counters() const;

private:
    struct Job
    {
        virtual ~Job() = default;
        /// The error it ended with; the answer is kept until finish().
        virtual std::optional<Error> run(Session& session) = 0;
        virtual void fail(const Error& error) = 0;
        virtual void finish() = 0;

        Lane lane = Lane::Interactive;
        Access access = Access::Read;
        std::shared_ptr<Cancellation> cancellation = std::make_shared<Cancellation>();
        std::chrono::steady_clock::time_point queuedAt = std::chrono::steady_clock::now();
    };

    template <class T, class Work>
    struct TypedJob final : Job
    {
        explicit TypedJob(Work w) : work(std::move(w)) { promise.start(); }
        ~TypedJob() override { finish(); }
        std::optional<Error> run(Session& session) override
        {
            answer.emplace(work(session));
            return *answer ? std::nullopt : std::optional(answer->error());
        }
        void fail(const Error& error) override { answer.emplace(error); }
        void finish() override
        {
            if (std::exchange(finished, true))
                return;
            promise.addResult(answer ? std::move(*answer)
                                     : Result<T>(Error{.kind = ErrorKind::Cancelled}));
            promise.finish();
        }

        Work work;
        QPromise<Result<T>> promise;
        std::optional<Result<T>> answer;
        bool finished = false;
    };

    struct Worker;
    struct Stop;

    void submit(std::unique_ptr<Job> job);
    void startWorkerIfNeeded();
    std::unique_ptr<Job> next(Worker& worker, std::unique_lock<std::mutex>& lock);
    void serve(const std::shared_ptr<Worker>& worker);
    void perform(Worker& worker, Job& job);
    std::optional<Error> ensureSession(Worker& worker);
    void closeSession(Worker& worker);
    void superviseQueue();
    void wakeSupervisor();
    [[nodiscard]] int bulkLimit() const;

    const Connect m_connect;
    const PoolOptions m_options;

    mutable std::mutex m_mutex;
    std::condition_variable m_work;
    std::condition_variable m_supervision;
    std::deque<std::unique_ptr<Job>> m_queue;
    std::vector<std::shared_ptr<Worker>> m_workers;
    std::vector<std::shared_ptr<Stop>> m_stops;
    int m_live = 0; // threads that have not decided to end
    int m_idle = 0;
    int m_bulkRunning = 0;
    qint64 m_opened = 0;
    bool m_attention = false;
    bool m_stopping = false;
    std::thread m_supervisor;
};

} // namespace clientele
