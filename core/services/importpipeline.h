// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customertable.h"
#include "core/services/importchunk.h"
#include "core/services/importqueue.h"
#include "core/services/importrowcheck.h"

#include <functional>
#include <memory>
#include <mutex>

namespace clientele {

class ImportCheckpoint;
class ImportSource;
class ImportWriter;

/// An import at work, in three threads: one reads the file, one checks its rows, and the one of the
/// connection writes them. Between them stand a few chunks each, so that memory is flat for any
/// file.
class ImportPipeline final
{
    Q_DISABLE_COPY_MOVE(ImportPipeline)

public:
    ImportPipeline(const ImportPlan& plan, std::shared_ptr<const CustomerTable> table)
        : m_plan(plan), m_table(std::move(table))
    {}

    /// To the end, in the thread of @p session. Errors are in the report. @p notify is called after
    /// each chunk.
    void run(Session& session, const std::function<void()>& notify);

    // From any thread

    /// Lets the threads go that wait; the session's own cancellation is the other half.
    void cancel();
    /// Paused, it stops between two chunks: outside a transaction, unless all is one.
    void setPaused(bool paused);
    [[nodiscard]] bool isPaused() const;

    struct State
    {
        ImportReport report; ///< the counts so far
        qint64 bytesDone = 0;
        qint64 bytesTotal = 0;
        qint64 rowsBefore = 0; ///< done by the import that this one goes on with
        qint64 bytesBefore = 0;
    };
    [[nodiscard]] State state() const;

    [[nodiscard]] const ImportPlan& plan() const { return m_plan; }

private:
    Result<std::unique_ptr<ImportCheckpoint>> findCheckpoint(Session& session);
    std::optional<Error> read(const ImportCheckpoint* from);
    std::optional<Error> skip(ImportSource& rows, const ImportCheckpoint& from, quint64& digest);
    std::optional<Error> pass(ImportSource& rows, quint64 digest);
    void check();
    bool checkRows(ImportChunk& chunk) const;
    std::optional<Error> write(Session& session, ImportWriter& writer,
                               const std::function<void()>& notify);
    void waitWhilePaused(const Cancellation& cancellation);

    const ImportPlan m_plan;
    const std::shared_ptr<const CustomerTable> m_table;
    const std::shared_ptr<Cancellation> m_reading = std::make_shared<Cancellation>();
    BoundedQueue<ImportChunk> m_read{2};
    BoundedQueue<ImportChunk> m_checked{2};

    // Written before the first chunk is queued, read behind it.
    QStringList m_columns;
    size_t m_width = 0;
    std::optional<RowCheck> m_check;

    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable m_changed;
    std::optional<Error> m_readError;
    State m_state;
    bool m_paused = false;
};

} // namespace clientele
