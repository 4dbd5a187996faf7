// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/standardinput.h"

#include "core/services/waitbreaker_windows.h"

#include <algorithm>

namespace clientele {

namespace {

class StandardInput final : public QIODevice
{
public:
    explicit StandardInput(std::shared_ptr<const Cancellation> cancellation)
        : m_cancellation(cancellation), m_breaker(std::move(cancellation))
    {}
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char* to, qint64 size) override
    {
        if (size == 0)
            return 0;
        const WaitBreaker::Guard guard(m_breaker);
        if (m_cancellation->isCancelled())
            return 0;
        DWORD length = 0;
        if (ReadFile(GetStdHandle(STD_INPUT_HANDLE), to, DWORD(std::min<qint64>(size, 1 << 20)),
                     &length, nullptr))
            return length;
        // Whoever writes to a pipe closes it at the end.
        const bool over = GetLastError() == ERROR_BROKEN_PIPE || m_cancellation->isCancelled();
        return over ? 0 : -1;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    std::shared_ptr<const Cancellation> m_cancellation;
    WaitBreaker m_breaker;
};

} // namespace

std::unique_ptr<QIODevice> openStandardInput(std::shared_ptr<const Cancellation> cancellation)
{
    auto input = std::make_unique<StandardInput>(std::move(cancellation));
    input->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return input;
}

} // namespace clientele
