// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exporttarget.h"

#include "core/io/gzipdevice.h"
#include "core/io/writing.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <future>
#include <thread>

#ifdef Q_OS_UNIX
#include <climits>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#endif

namespace clientele {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A pipe, a terminal or a device. Nobody may ever read what is written to it.
class StreamFile final : public QFile
{
public:
    explicit StreamFile(std::shared_ptr<const Cancellation> cancellation)
        : m_cancellation(std::move(cancellation))
    {}

    bool openFile(const QString& name, OpenMode mode)
    {
        setFileName(name);
        if (name == u"-")
            return open(stdout, mode);
#ifdef Q_OS_UNIX
        // Opening a named pipe would wait for its reader, and nothing could end that.
        const QByteArray path = QFile::encodeName(name);
        int pipe = -1;
        while ((pipe = nonblocking(path)) < 0 && errno == ENXIO) {
            if (m_cancellation->isCancelled())
                return false;
            std::this_thread::sleep_for(50ms);
        }
        if (pipe >= 0)
            return open(pipe, mode, AutoCloseHandle);
#endif
        return open(mode);
    }

protected:
    qint64 writeData(const char* from, qint64 size) override
    {
#ifdef Q_OS_UNIX
        pollfd output{.fd = handle(), .events = POLLOUT, .revents = 0};
        while (poll(&output, 1, 100) == 0) {
            if (m_cancellation->isCancelled())
                return -1;
        }
        size = std::min<qint64>(size, PIPE_BUF); // for more than that it may wait
#endif
        return QFile::writeData(from, size);
    }

private:
#ifdef Q_OS_UNIX
    static int nonblocking(const QByteArray& path)
    {
        const int file = ::open(path.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
        if (file >= 0)
            ::fcntl(file, F_SETFL, 0); // only to open it: QFile waits as it writes
        return file;
    }
#endif

    std::shared_ptr<const Cancellation> m_cancellation;
};

#ifdef Q_OS_UNIX
/// Until all of it is on the disk, which may say only now that it is full. In a thread of its own,
/// which is left to itself where nobody waits any more: a slow disk takes its time.
Result<> sync(QFileDevice& file, const Cancellation& cancellation)
{
    std::packaged_task<int()> task([handle = ::dup(file.handle())] {
        const int why = ::fsync(handle) == 0 ? 0 : errno;
        ::close(handle);
        return why;
    });
    auto synced = task.get_future();
    std::thread(std::move(task)).detach();
    while (synced.wait_for(50ms) != std::future_status::ready) {
        if (cancellation.isCancelled())
            return Error{.kind = ErrorKind::Cancelled};
    }
    const int why = synced.get();
    if (why == 0 || why == EINVAL || why == EROFS) // no such thing there
        return {};
    const bool full = why == ENOSPC || why == EDQUOT;
    return Error{.kind = full ? ErrorKind::StorageFull : ErrorKind::File,
                 .message = qt_error_string(why),
                 .subject = file.fileName(),
                 .code = u"file.write"_s};
}
#endif

} // namespace

ExportTarget::ExportTarget(std::shared_ptr<const Cancellation> cancellation)
    : m_cancellation(std::move(cancellation))
{}
ExportTarget::~ExportTarget() = default;

bool ExportTarget::isReplaceable(const QString& file)
{
    const QFileInfo info(file);
    return file != u"-" && (!info.exists() || info.isFile() || info.isDir());
}

Result<std::unique_ptr<ExportTarget>>
ExportTarget::open(const QString& file, const std::shared_ptr<const Cancellation>& cancellation)
{
    std::unique_ptr<ExportTarget> target(new ExportTarget(cancellation));
    const auto mode = QIODevice::WriteOnly | QIODevice::Unbuffered;
    bool opened = false;
    if (isReplaceable(file)) {
        target->m_file = std::make_unique<QSaveFile>(file);
        target->m_folder = QFileInfo(file).absolutePath();
        opened = target->m_file->open(mode);
    } else {
        auto stream = std::make_unique<StreamFile>(cancellation);
        opened = stream->openFile(file, mode);
        target->m_file = std::move(stream);
    }
    if (!opened)
        return cancellation->isCancelled() ? Error{.kind = ErrorKind::Cancelled}
                                           : writeError(*target->m_file);
    if (file.endsWith(u".gz"_s, Qt::CaseInsensitive))
        target->m_gzip = std::make_unique<GzipDevice>(*target->m_file);
    return target;
}

QIODevice& ExportTarget::device() const
{
    return m_gzip ? static_cast<QIODevice&>(*m_gzip) : *m_file;
}

Result<> ExportTarget::commit()
{
    if (m_gzip) {
        if (auto ended = m_gzip->end(); !ended)
            return ended;
    }
    auto* const saved = qobject_cast<QSaveFile*>(m_file.get());
    if (!saved)
        return {};
#ifdef Q_OS_UNIX
    if (auto synced = sync(*saved, *m_cancellation); !synced)
        return synced;
#endif
    return saved->commit() ? Result<>() : writeError(*saved);
}

} // namespace clientele
