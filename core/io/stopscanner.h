// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtEndian>

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace clientele {

namespace stops {

constexpr size_t blockBytes = 64;

/// Bit i is set where p[i] is one of the three, by eight bytes at a time.
inline uint64_t portableMask(const char* p, const std::array<char, 3>& wanted)
{
    constexpr uint64_t ones = 0x0101010101010101;
    constexpr uint64_t low = 0x7F7F7F7F7F7F7F7F;
    uint64_t mask = 0;
    for (size_t i = 0; i < blockBytes; i += 8) {
        const auto bytes = qFromLittleEndian<quint64>(p + i);
        uint64_t found = 0;
        for (const char c : wanted) {
            const uint64_t difference = bytes ^ (ones * static_cast<unsigned char>(c));
            found |= ~(((difference & low) + low) | difference | low); // 0x80 where it is zero
        }
        // Gathers the eight bits in the highest byte.
        mask |= (((found >> 7) * 0x0102040810204080) >> 56) << i;
    }
    return mask;
}

/// The same, by sixteen bytes at a time where the processor is known to.
inline uint64_t mask(const char* p, const std::array<char, 3>& wanted)
{
#ifdef __SSE2__
    const __m128i first = _mm_set1_epi8(wanted[0]);
    const __m128i second = _mm_set1_epi8(wanted[1]);
    const __m128i third = _mm_set1_epi8(wanted[2]);
    uint64_t found = 0;
    for (size_t i = 0; i < blockBytes; i += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + i));
        const __m128i equal =
            _mm_or_si128(_mm_cmpeq_epi8(bytes, third),
                         _mm_or_si128(_mm_cmpeq_epi8(bytes, first), _mm_cmpeq_epi8(bytes, second)));
        found |= uint64_t(unsigned(_mm_movemask_epi8(equal))) << i;
    }
    return found;
#else
    return portableMask(p, wanted);
#endif
}

} // namespace stops

/// Finds the next of three characters, none of them NUL, in a text that is walked through from its
/// beginning to its end: a block of it is looked at once, however many of them are in it.
class StopScanner final
{
public:
    explicit StopScanner(const std::array<char, 3>& wanted) : m_wanted(wanted) {}

    /// The first of them at or behind @p at, or the text's end.
    size_t next(std::string_view text, size_t at)
    {
        while (at < text.size()) {
            if (at - m_base >= stops::blockBytes)
                look(text, at);
            if (const uint64_t rest = m_found >> (at - m_base))
                return at + size_t(std::countr_zero(rest));
            at = m_base + stops::blockBytes;
        }
        return text.size();
    }

    /// To be called when the text has moved or grown.
    void forget() { m_base = nowhere; }

private:
    static constexpr size_t nowhere = size_t(-1) - stops::blockBytes; // no place is within a block

    void look(std::string_view text, size_t at)
    {
        m_base = at;
        if (text.size() - at >= stops::blockBytes) {
            m_found = stops::mask(text.data() + at, m_wanted);
            return;
        }
        std::array<char, stops::blockBytes> tail{};
        memcpy(tail.data(), text.data() + at, text.size() - at);
        m_found = stops::mask(tail.data(), m_wanted);
    }

    std::array<char, 3> m_wanted;
    size_t m_base = nowhere;
    uint64_t m_found = 0;
};

} // namespace clientele
