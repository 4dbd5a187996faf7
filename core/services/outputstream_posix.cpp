// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/outputstream.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace clientele {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class OutputStream final : public QFile
{
public:
    explicit OutputStream(std::shared_ptr<const Cancellation> cancellation)
        : m_cancellation(std::move(cancellation))
    {}

    bool openFile(const QString& name, OpenMode mode)
    {
        setFileName(name);
        if (name == u"-")
            return open(stdout, mode);
        // Opening a named pipe would wait for its reader, and nothing could end that.
        const QByteArray path = QFile::encodeName(name);
        int pipe = -1;
        while ((pipe = nonblocking(path)) < 0 && errno == ENXIO) {
            if (m_cancellation->isCancelled())
                return false;
            std::this_thread::sleep_for(50ms);
        }
        return pipe >= 0 ? open(pipe, mode, AutoCloseHandle) : open(mode);
    }

protected:
    qint64 writeData(const char* from, qint64 size) override
    {
        pollfd output{.fd = handle(), .events = POLLOUT, .revents = 0};
        while (poll(&output, 1, 100) == 0) {
            if (m_cancellation->isCancelled())
                return -1;
        }
        size = std::min<qint64>(size, PIPE_BUF); // for more than that it may wait
        return QFile::writeData(from, size);
    }

private:
    static int nonblocking(const QByteArray& path)
    {
        const int file = ::open(path.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
        if (file >= 0)
            ::fcntl(file, F_SETFL, 0); // only to open it: QFile waits as it writes
        return file;
    }

    std::shared_ptr<const Cancellation> m_cancellation;
};

} // namespace

std::unique_ptr<QFile> openOutputStream(const QString& name,
                                        const std::shared_ptr<const Cancellation>& cancellation)
{
    auto stream = std::make_unique<OutputStream>(cancellation);
    stream->openFile(name, QIODevice::WriteOnly | QIODevice::Unbuffered);
    return stream;
}

void outliveClosedPipes()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

} // namespace clientele
