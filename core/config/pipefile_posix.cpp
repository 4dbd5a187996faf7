// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/pipefile.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

Error refusal(const QString& path, const QString& why)
{
    return {.kind = ErrorKind::File, .message = why, .subject = path};
}

} // namespace

Result<QByteArray> readPipe(const QString& path, qint64 most, std::chrono::milliseconds patience)
{
    // Without O_NONBLOCK, opening alone would wait for a writer for ever.
    const int handle =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (handle < 0)
        return refusal(path, qt_error_string(errno));
    QFile closer;
    if (!closer.open(handle, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(handle);
        return refusal(path, closer.errorString());
    }
    QByteArray bytes;
    while (bytes.size() < most) {
        pollfd waiting{.fd = handle, .events = POLLIN, .revents = 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(patience.count()));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return refusal(path, u"It is a pipe, and nothing comes out of it."_s);
        QByteArray chunk(4096, Qt::Uninitialized);
        const auto length = ::read(handle, chunk.data(), static_cast<size_t>(chunk.size()));
        if (length < 0 && (errno == EAGAIN || errno == EINTR))
            continue;
        if (length < 0)
            return refusal(path, qt_error_string(errno));
        if (length == 0)
            break;
        bytes += chunk.first(length);
    }
    return bytes;
}

} // namespace clientele
