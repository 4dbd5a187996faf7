// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"

#include <QThreadPool>

#include <utility>

namespace clientele {

/// Runs @p work, a Result<T>(Cancellation&), in a thread that may wait for files and networks. For
/// single acts; books have threads of their own. The program's end waits for it: what can take long
/// looks at its Cancellation and has a timeout.
template <class T, class Work>
Task<T> runInBackground(Work work)
{
    QPromise<Result<T>> promise;
    promise.start();
    Task<T> task{.future = promise.future()};
    QThreadPool::globalInstance()->start(
        [promise = std::make_shared<QPromise<Result<T>>>(std::move(promise)),
         cancellation = task.cancellation, work = std::move(work)]() mutable {
            // Waiting is most of what is done here, so it takes nobody's place in the pool.
            QThreadPool::globalInstance()->releaseThread();
            promise->addResult(work(*cancellation));
            promise->finish();
            QThreadPool::globalInstance()->reserveThread();
        });
    return task;
}

} // namespace clientele
