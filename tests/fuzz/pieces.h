// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace clientele::fuzz {

/// Gives data in pieces whose sizes follow from a seed, mostly small ones.
class Pieces final : public QIODevice
{
public:
    Pieces(QByteArray data, uint32_t seed) : m_data(std::move(data)), m_state(seed | 1)
    {
        open(ReadOnly | Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char* to, qint64 size) override
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 17;
        m_state ^= m_state << 5;
        const qint64 wanted = 1 + m_state % (m_state % 8 == 0 ? 4096 : 16);
        const qint64 got = std::min({wanted, size, qint64(m_data.size() - m_at)});
        memcpy(to, m_data.constData() + m_at, size_t(got));
        m_at += got;
        return got;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_data;
    qsizetype m_at = 0;
    uint32_t m_state;
};

/// Ends the program, for the fuzzer to see, where something does not hold.
inline void require(bool holds, const char* file = __builtin_FILE(), int line = __builtin_LINE())
{
    if (holds)
        return;
    fprintf(stderr, "Not so: %s:%d\n", file, line);
    abort();
}

} // namespace clientele::fuzz
