// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/textsource.h"

#include <QFileDevice>
#include <QIODevice>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockBytes = 256 * 1024;
constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";

QString pathOf(const QIODevice& device)
{
    const auto* file = qobject_cast<const QFileDevice*>(&device);
    return file ? file->fileName() : QString();
}

} // namespace

TextSource::TextSource(QIODevice& device, const QByteArray& encoding)
    : m_device(device), m_utf8(encoding.compare("UTF-8", Qt::CaseInsensitive) == 0)
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
        if (!(m_utf8 ? readBlock(buffer) : decodeBlock(buffer)))
            return false;
        if (m_atStart && buffer.size() > before) {
            m_atStart = false;
            if (std::string_view(buffer).substr(before).starts_with(utf8Mark))
                buffer.erase(before, utf8Mark.size());
        }
    }
    return true;
}

bool TextSource::readBlock(std::string& buffer)
{
    const size_t before = buffer.size();
    buffer.resize(before + blockBytes);
    qint64 filled = 0;
    // The mark must not be torn apart by a pipe that gives a byte at a time.
    do {
        const qint64 got = m_device.read(buffer.data() + before + filled, blockBytes - filled);
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
    buffer.resize(before + size_t(filled));
    m_bytesRead += filled;
    return filled > 0;
}

bool TextSource::decodeBlock(std::string& buffer)
{
    m_block.resize(blockBytes);
    const qint64 got = m_device.read(m_block.data(), blockBytes);
    if (got < 0) {
        m_error = Error{.kind = ErrorKind::File,
                        .message = m_device.errorString(),
                        .subject = pathOf(m_device)};
        return false;
    }
    if (got == 0) {
        m_atEnd = true;
        return false;
    }
    m_bytesRead += got;
    const QString text = m_decoder->decode(QByteArrayView(m_block.constData(), got));
    const QByteArray utf8 = m_encoder.encode(text);
    m_undecodable = m_undecodable || m_decoder->hasError() || m_encoder.hasError();
    buffer.append(utf8.constData(), size_t(utf8.size()));
    return true;
}

} // namespace clientele
