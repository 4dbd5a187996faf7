// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/encodingfinder.h"

#include "core/io/legacyencodings.h"

#include <QUtf8StringView>

#include <array>

namespace clientele {

namespace {

QByteArray encodingOfMark(const QByteArray& head)
{
    // UTF-32's mark begins with UTF-16's, so it goes first.
    if (head.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)))
        return "UTF-32LE";
    if (head.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        return "UTF-32BE";
    if (head.startsWith("\xFF\xFE"))
        return "UTF-16LE";
    if (head.startsWith("\xFE\xFF"))
        return "UTF-16BE";
    if (head.startsWith("\xEF\xBB\xBF"))
        return "UTF-8";
    return {};
}

// UTF-16 or UTF-32 without a mark: most text has characters below U+0100, whose other bytes are 0.
QByteArray encodingOfZeros(const QByteArray& head)
{
    std::array<qsizetype, 4> zeros{};
    for (qsizetype i = 0; i < head.size(); ++i)
        zeros[size_t(i % 4)] += head[i] == '\0' ? 1 : 0;
    const qsizetype most = head.size() / 4;
    const auto mostly = [&](size_t place) { return zeros[place] > most * 2 / 5; };
    const auto hardly = [&](size_t place) { return zeros[place] <= most / 50; };
    if (hardly(0) && mostly(1) && hardly(2) && mostly(3))
        return "UTF-16LE";
    if (mostly(0) && hardly(1) && mostly(2) && hardly(3))
        return "UTF-16BE";
    if (hardly(0) && mostly(1) && mostly(2) && mostly(3))
        return "UTF-32LE";
    if (mostly(0) && mostly(1) && mostly(2) && hardly(3))
        return "UTF-32BE";
    return {};
}

// UTF-8, unless more in it speaks against that than for it; a torn character at the end does not
// count.
bool looksLikeUtf8(QByteArrayView text, bool isWhole)
{
    if (QUtf8StringView(text.data(), text.size()).isValidUtf8())
        return true;
    qsizetype good = 0;
    qsizetype bad = 0;
    for (qsizetype i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const int length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        if (i + length > text.size() && !isWhole)
            break;
        if (length == 1) {
            ++i;
        } else if (byte >= 0xC2 && i + length <= text.size() &&
                   QUtf8StringView(text.data() + i, length).isValidUtf8()) {
            ++good;
            i += length;
        } else {
            ++bad;
            ++i;
        }
    }
    return bad == 0 || good > bad;
}

} // namespace

QByteArray findEncoding(const QByteArray& head, bool isWhole)
{
    if (const QByteArray marked = encodingOfMark(head); !marked.isEmpty())
        return marked;
    if (head.contains('\0')) {
        if (const QByteArray wide = encodingOfZeros(head); !wide.isEmpty())
            return wide;
        // A stray zero in a text is a fault of its row; a file full of them is none.
        if (head.count('\0') > head.size() / 1000)
            return {};
    }
    return looksLikeUtf8(head, isWhole) ? QByteArray("UTF-8") : guessLegacyEncoding(head);
}

} // namespace clientele
