// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exportwriter.h"

#include "core/services/outputstream.h"

#include <limits>

namespace clientele {

using namespace std::chrono_literals;

namespace {

constexpr size_t blockBytes = 128 * 1024;
constexpr size_t mostBlocks = 8;
constexpr auto betweenLooks = 50ms; // at the cancellation, which wakes nobody
constexpr quint32 nullSize = std::numeric_limits<quint32>::max();

} // namespace

ExportWriter::ExportWriter(std::unique_ptr<CustomerWriter> writer,
                           std::shared_ptr<const Cancellation> cancellation)
    : m_writer(std::move(writer)), m_cancellation(std::move(cancellation)), m_thread([this] {
          outliveClosedPipes();
          work();
      })
{}

ExportWriter::~ExportWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_abandoned = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

bool ExportWriter::add(const CustomerCells& cells)
{
    for (const std::string_view cell : cells) {
        m_block.sizes.push_back(isNull(cell) ? nullSize : quint32(cell.size()));
        m_block.bytes += cell;
    }
    return m_block.bytes.size() < blockBytes || hand();
}

/// The block to the thread, for an empty one.
bool ExportWriter::hand()
{
    std::unique_lock lock(m_mutex);
    while (m_full.size() >= mostBlocks && !m_error && !m_cancellation->isCancelled())
        m_changed.wait_for(lock, betweenLooks);
    if (m_error || m_cancellation->isCancelled())
        return false;
    m_full.push_back(std::move(m_block));
    m_block = {};
    if (!m_empty.empty()) {
        m_block = std::move(m_empty.back());
        m_empty.pop_back();
    }
    lock.unlock();
    m_changed.notify_all();
    return true;
}

Result<> ExportWriter::finish()
{
    if (hand()) {
        {
            const std::lock_guard lock(m_mutex);
            m_complete = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }
    const std::lock_guard lock(m_mutex);
    if (m_cancellation->isCancelled())
        return Error{.kind = ErrorKind::Cancelled};
    return m_error ? Result<>(*m_error) : Result<>();
}

void ExportWriter::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_abandoned && !m_cancellation->isCancelled()) {
        if (m_full.empty() && m_complete) {
            lock.unlock();
            if (const auto finished = m_writer->finish(); !finished)
                fail(finished.error());
            return;
        }
        if (m_full.empty()) {
            m_changed.wait_for(lock, betweenLooks);
            continue;
        }
        Block block = std::move(m_full.front());
        m_full.pop_front();
        lock.unlock();
        m_changed.notify_all();
        if (const auto written = write(block); !written) {
            fail(written.error());
            return;
        }
        block.bytes.clear();
        block.sizes.clear();
        lock.lock();
        m_empty.push_back(std::move(block));
    }
}

Result<> ExportWriter::write(const Block& block)
{
    CustomerCells cells;
    size_t column = 0;
    size_t place = 0;
    for (const quint32 size : block.sizes) {
        const bool null = size == nullSize;
        cells[column] = null ? std::string_view() : std::string_view(&block.bytes[place], size);
        place += null ? 0 : size;
        if (++column < cells.size())
            continue;
        column = 0;
        if (auto written = m_writer->write(cells); !written)
            return written;
    }
    return {};
}

void ExportWriter::fail(const Error& error)
{
    {
        const std::lock_guard lock(m_mutex);
        m_error = error;
    }
    m_changed.notify_all();
}

} // namespace clientele
