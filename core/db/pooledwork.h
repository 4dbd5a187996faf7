// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/pooloptions.h"
#include "core/task.h"

#include <optional>

namespace clientele {

/// Whether work may be done over when the line broke: reads are, once; writes never, unless they
/// can be looked for.
enum class Access
{
    Read,
    Write
};

/// Something to be done on a connection, whose answer somebody waits for.
class PooledWork
{
    Q_DISABLE_COPY_MOVE(PooledWork)

public:
    virtual ~PooledWork() = default;

    /// Does it. Returns the error it ended with; the answer is kept until finish().
    virtual std::optional<Error> run(Session& session) = 0;
    /// Looks whether it was done after all, on another connection, and keeps the answer if so.
    virtual Result<bool> find(Session& session) = 0;
    /// Whether find() can tell, and run() may be called again when it was not done.
    [[nodiscard]] virtual bool canBeFound() const = 0;
    virtual void fail(const Error& error) = 0;
    /// Lets the answer out.
    virtual void finish() = 0;

    const Lane lane;
    const Access access;
    const std::shared_ptr<Cancellation> cancellation = std::make_shared<Cancellation>();

protected:
    PooledWork(Lane workLane, Access workAccess) : lane(workLane), access(workAccess) {}
};

/// PooledWork done by a callable Result<T>(Session&) and, where it can be, found by a callable
/// Result<std::optional<T>>(Session&), empty where it was not done.
template <class T, class Run, class Find>
class CallableWork final : public PooledWork
{
public:
    CallableWork(Lane workLane, Access workAccess, Run act, Find lookFor)
        : PooledWork(workLane, workAccess), m_run(std::move(act)), m_find(std::move(lookFor))
    {
        m_promise.start();
    }
    ~CallableWork() override { finish(); }

    [[nodiscard]] Task<T> task() const
    {
        return {.future = m_promise.future(), .cancellation = cancellation};
    }

    std::optional<Error> run(Session& session) override
    {
        m_answer.emplace(m_run(session));
        return *m_answer ? std::nullopt : std::optional(m_answer->error());
    }

    [[nodiscard]] bool canBeFound() const override { return !std::is_same_v<Find, std::nullptr_t>; }

    Result<bool> find([[maybe_unused]] Session& session) override
    {
        if constexpr (!std::is_same_v<Find, std::nullptr_t>) {
            auto found = m_find(session);
            if (!found)
                return found.error();
            if (*found)
                m_answer.emplace(std::move(**found));
            return found->has_value();
        } else {
            return false;
        }
    }

    void fail(const Error& error) override { m_answer.emplace(error); }

    void finish() override
    {
        if (std::exchange(m_finished, true))
            return;
        m_promise.addResult(m_answer ? std::move(*m_answer)
                                     : Result<T>(Error{.kind = ErrorKind::Cancelled}));
        m_promise.finish();
    }

private:
    Run m_run;
    Find m_find;
    QPromise<Result<T>> m_promise;
    std::optional<Result<T>> m_answer;
    bool m_finished = false;
};

} // namespace clientele
