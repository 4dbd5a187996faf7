// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/outputstream.h"

#include "core/services/waitbreaker_windows.h"

#include <cstdio>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

class OutputStream final : public QFile
{
public:
    explicit OutputStream(const std::shared_ptr<const Cancellation>& cancellation)
        : m_breaker(cancellation)
    {}

protected:
    qint64 writeData(const char* from, qint64 size) override
    {
        const WaitBreaker::Guard guard(m_breaker);
        return QFile::writeData(from, size);
    }

private:
    WaitBreaker m_breaker;
};

} // namespace

std::unique_ptr<QFile> openOutputStream(const QString& name,
                                        const std::shared_ptr<const Cancellation>& cancellation)
{
    const auto mode = QIODevice::WriteOnly | QIODevice::Unbuffered;
    auto stream = std::make_unique<OutputStream>(cancellation);
    stream->setFileName(name);
    if (name == u"-")
        stream->open(stdout, mode);
    else
        stream->open(mode);
    return stream;
}

void outliveClosedPipes() {} // there is no signal for it

} // namespace clientele
