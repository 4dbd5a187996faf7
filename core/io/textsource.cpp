// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/textsource.h"

#include <QFileDevice>
#include <QIODevice>
#include <QStringEncoder>

#include <utility>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockBytes = 64 << 10;
constexpr qsizetype heldBytes = 16;
constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view replacementCharacter = "\xEF\xBF\xBD";

QString pathOf(const QIODevice& device)
{
    const auto* file = qobject_cast<const QFileDevice*>(&device);
    return file ? file->fileName() : QString();
}

// Qt's encoder drops them, or writes a question mark.
void markHalfPairs(QString& text)
{
    if (text.isValidUtf16())
        return;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (text[i].isSurrogate())
            text[i] = QChar::ReplacementCharacter;
    }
}

} // namespace

TextSource::TextSource(QIODevice& device, const QByteArray& encoding)
    : m_device(device), m_encoding(encoding),
      m_utf8(encoding.compare("UTF-8", Qt::CaseInsensitive) == 0)
{
    if (m_utf8)
        return;
    m_decoder.emplace(encoding.constData());
    if (!m_decoder->isValid())
        m_error = Error{.kind = ErrorKind::Unsupported,
                        .message = u"The encoding is not known."_s,
                        .subject = QString::fromUtf8(encoding),
                        .code = u"file.encoding"_s};
}

bool TextSource::appendTo(std::string& buffer)
{
    // A block may hold nothing but the first half of a character.
    const size_t before = buffer.size();
    while (buffer.size() == before) {
        if (m_error || m_atEnd)
            return false;
        readBlock(buffer);
        if (m_atStart && buffer.size() > before) {
            m_atStart = false;
            if (std::string_view(buffer).substr(before).starts_with(utf8Mark))
                buffer.erase(before, utf8Mark.size());
        }
    }
    return true;
}

void TextSource::readBlock(std::string& buffer)
{
    m_block.resize(blockBytes);
    qint64 filled = 0;
    // The mark must not be torn apart by a pipe that gives a byte at a time.
    do {
        const qint64 got = m_device.read(m_block.data() + filled, blockBytes - filled);
        if (got < 0) {
            m_error = Error{.kind = ErrorKind::File,
                            .message = m_device.errorString(),
                            .subject = pathOf(m_device)};
        }
        if (got <= 0) {
            m_atEnd = true;
            break;
        }
        filled += got;
    } while (m_atStart && filled < qint64(utf8Mark.size()));
    m_bytesRead += filled;
    const auto block = QByteArrayView(m_block.constData(), filled);
    if (m_utf8)
        buffer.append(block.data(), size_t(block.size()));
    else
        decodeBlock(buffer, block);
}

void TextSource::decodeBlock(std::string& buffer, QByteArrayView block)
{
    // Qt lets ICU have room for what a few bytes become, but not for what they end: those that come
    // last must not be too few.
    m_held.append(block);
    const qsizetype ready = m_atEnd                         ? m_held.size()
                            : m_held.size() < 2 * heldBytes ? 0
                                                            : m_held.size() - heldBytes;
    QString text =
        std::exchange(m_torn, {}) + QString(m_decoder->decode(QByteArrayView(m_held).first(ready)));
    m_held.remove(0, ready);
    if (!m_atEnd && !text.isEmpty() && text.back().isHighSurrogate()) {
        m_torn = text.last(1);
        text.chop(1);
    }
    markHalfPairs(text);
    const QByteArray utf8 = text.toUtf8();
    buffer.append(utf8.constData(), size_t(utf8.size()));
    if (m_atEnd && !m_error)
        decodeEnd(buffer);
}

// A decoder keeps half a character to itself. It shows when a line end does not come out as one.
void TextSource::decodeEnd(std::string& buffer)
{
    const QString lineEnd = u"\n"_s;
    const QByteArray bytes = QStringEncoder(m_encoding.constData())(lineEnd);
    const bool isWhole = QString(m_decoder->decode(bytes)) == lineEnd;
    if (!isWhole)
        buffer += replacementCharacter;
}

} // namespace clientele
