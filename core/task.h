// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <memory>

namespace clientele {

/// Work under way in another thread: its answer to come, and the means to call it off.
/// Copyable; all copies mean the same work.
template <class T>
struct Task
{
    QFuture<Result<T>> future;
    std::shared_ptr<Cancellation> cancellation = std::make_shared<Cancellation>();

    /// Never blocks. The answer is then Error{Cancelled}, or the real one where it was quicker.
    void cancel() { cancellation->cancel(); }

    /// Blocks. For programs without a window and for tests, never on the GUI thread.
    Result<T> wait() const
    {
        QFuture<Result<T>> copy = future;
        copy.waitForFinished();
        if (copy.resultCount() == 0)
            return Error{.kind = ErrorKind::Cancelled};
        return copy.result();
    }

    /// A task that is done already.
    static Task finished(Result<T> result)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(result));
        promise.finish();
        return Task{.future = promise.future()};
    }
};

/// Calls @p handler with the Result<T> in @p context's thread, later, never inside this call;
/// not at all when @p context has been destroyed meanwhile. The one way for answers to reach a
/// window: QFuture::then(context) aborts when the context dies first.
template <class T, class Handler>
void whenDone(const Task<T>& task, QObject* context, Handler handler)
{
    auto* watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handler = std::move(handler)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() == 0)
                             handler(Result<T>(Error{.kind = ErrorKind::Cancelled}));
                         else
                             handler(watcher->future().result());
                     });
    watcher->setFuture(task.future);
}

} // namespace clientele
