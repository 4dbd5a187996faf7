// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

namespace clientele::testing {

/// Gives a byte at a time, as a slow pipe does.
class DrippingDevice final : public QIODevice
{
public:
    explicit DrippingDevice(QByteArray data) : m_data(std::move(data))
    {
        open(ReadOnly | Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char* to, qint64 size) override
    {
        if (m_at == m_data.size() || size == 0)
            return 0;
        *to = m_data[m_at++];
        return 1;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_data;
    qsizetype m_at = 0;
};

} // namespace clientele::testing
