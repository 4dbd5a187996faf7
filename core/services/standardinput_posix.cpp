// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/standardinput.h"

#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace clientele {

namespace {

class StandardInput final : public QIODevice
{
public:
    explicit StandardInput(std::shared_ptr<const Cancellation> cancellation)
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
    std::shared_ptr<const Cancellation> m_cancellation;
};

} // namespace

std::unique_ptr<QIODevice> openStandardInput(std::shared_ptr<const Cancellation> cancellation)
{
    auto input = std::make_unique<StandardInput>(std::move(cancellation));
    input->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return input;
}

} // namespace clientele
