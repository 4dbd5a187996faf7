// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importinput.h"

#include "core/io/gunzipdevice.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <poll.h>
#include <unistd.h>
#endif

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_UNIX
/// Standard input that stops waiting when the work is cancelled.
class StandardInput final : public QIODevice
{
public:
    explicit StandardInput(std::shared_ptr<Cancellation> cancellation)
        : m_cancellation(std::move(cancellation))
    {}
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char* to, qint64 size) override
    {
        if (size == 0)
            return 0;
        pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
        while (!m_cancellation->isCancelled()) {
            const int ready = poll(&input, 1, 100);
            if (ready > 0)
                return ::read(STDIN_FILENO, to, size_t(size));
            if (ready < 0 && errno != EINTR)
                return -1;
        }
        return 0;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    std::shared_ptr<Cancellation> m_cancellation;
};
#endif

Result<std::unique_ptr<QIODevice>> openDevice(const QString& name,
                                              std::shared_ptr<Cancellation> cancellation)
{
    if (name == u"-") {
#ifdef Q_OS_UNIX
        auto input = std::make_unique<StandardInput>(std::move(cancellation));
        input->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
#else
        auto input = std::make_unique<QFile>();
        if (!input->open(stdin, QIODevice::ReadOnly))
            return Error{.kind = ErrorKind::File, .message = input->errorString()};
#endif
        return std::unique_ptr<QIODevice>(std::move(input));
    }
    auto file = std::make_unique<QFile>(name);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const bool missing = !file->exists();
        return Error{.kind = missing ? ErrorKind::NotFound : ErrorKind::File,
                     .message = file->errorString(),
                     .subject = name,
                     .code = missing ? u"file.missing"_s : u"file.read"_s};
    }
    return std::unique_ptr<QIODevice>(std::move(file));
}

} // namespace

Result<ImportInput> ImportInput::open(const QString& file,
                                      std::shared_ptr<Cancellation> cancellation)
{
    auto device = openDevice(file, std::move(cancellation));
    if (!device)
        return device.error();
    return ImportInput(std::move(device).value());
}

ImportInput::ImportInput(std::unique_ptr<QIODevice> device) : m_device(std::move(device))
{
    if (!GunzipDevice::isPacked(*m_device))
        return;
    auto unpacker = std::make_unique<GunzipDevice>(std::move(m_device));
    m_unpacker = unpacker.get();
    m_device = std::move(unpacker);
}

qint64 ImportInput::bytesTotal() const
{
    if (m_unpacker)
        return m_unpacker->packedBytesTotal();
    return m_device->isSequential() ? 0 : m_device->size();
}

qint64 ImportInput::bytesDone(qint64 unpackedBytes) const
{
    return m_unpacker ? m_unpacker->packedBytesDone() : unpackedBytes;
}

} // namespace clientele
