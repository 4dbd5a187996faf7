// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/domain/customercells.h"
#include "core/io/customerwriter.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace clientele {

/// Lets a CustomerWriter work in a thread of its own, so that the database goes on reading
/// meanwhile. Between them stand a few blocks of rows, however many there are.
class ExportWriter final
{
    Q_DISABLE_COPY_MOVE(ExportWriter)

public:
    /// Starts the thread. What it waits for ends with @p cancellation.
    ExportWriter(std::unique_ptr<CustomerWriter> writer,
                 std::shared_ptr<const Cancellation> cancellation);
    /// Without finish(), what was not written yet is left out.
    ~ExportWriter();

    /// Waits while the writer is behind. False once there is no point in going on: finish() says
    /// why.
    bool add(const CustomerCells& cells);
    /// Waits until all is written and closed.
    Result<> finish();

private:
    /// Rows, one after the other.
    struct Block
    {
        std::string bytes;
        std::vector<quint32> sizes; ///< of each cell
    };

    bool hand();
    void work();
    Result<> write(const Block& block);
    void fail(const Error& error);

    std::unique_ptr<CustomerWriter> m_writer;
    const std::shared_ptr<const Cancellation> m_cancellation;
    Block m_block; ///< that is being filled

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Block> m_full;
    std::vector<Block> m_empty;
    bool m_complete = false; ///< nothing more will be added
    bool m_abandoned = false;
    std::optional<Error> m_error;

    std::thread m_thread; // last: it uses the rest
};

} // namespace clientele
