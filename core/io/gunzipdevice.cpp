// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gunzipdevice.h"

#include <zlib.h>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 blockBytes = 128 * 1024;
constexpr int gzipOnly = 16 + MAX_WBITS; // as inflateInit2() takes it
constexpr QByteArrayView mark("\x1F\x8B", 2);

} // namespace

bool GunzipDevice::isPacked(QIODevice& device)
{
    // A pipe may give the first byte alone, with which no text begins.
    const QByteArray head = device.peek(mark.size());
    return !head.isEmpty() && mark.startsWith(head);
}

GunzipDevice::GunzipDevice(std::unique_ptr<QIODevice> packed)
    : m_packed(std::move(packed)), m_stream(std::make_unique<z_stream>())
{
    if (inflateInit2(m_stream.get(), gzipOnly) != Z_OK)
        fail(u"There is no memory to unpack it."_s);
    open(ReadOnly | Unbuffered);
}

GunzipDevice::~GunzipDevice()
{
    inflateEnd(m_stream.get());
}

qint64 GunzipDevice::packedBytesTotal() const
{
    return m_packed->isSequential() ? 0 : m_packed->size();
}

qint64 GunzipDevice::readData(char* to, qint64 size)
{
    m_stream->next_out = reinterpret_cast<Bytef*>(to);
    m_stream->avail_out = uInt(std::min<qint64>(size, blockBytes));
    const uInt room = m_stream->avail_out;
    while (m_stream->avail_out == room && room > 0) {
        if (m_state == State::Ended || m_state == State::Failed)
            break;
        if (m_stream->avail_in == 0 && !fill())
            break;
        if (m_state == State::BetweenMembers)
            startNextMember();
        else
            unpack();
    }
    const qint64 got = room - m_stream->avail_out;
    m_unpacked += got;
    return got == 0 && m_state == State::Failed ? -1 : got;
}

// False where there is no more, which is an end or a failure.
bool GunzipDevice::fill()
{
    m_block.resize(blockBytes);
    const qint64 got = m_packed->read(m_block.data(), blockBytes);
    if (got > 0) {
        m_packedDone += got;
        m_stream->next_in = reinterpret_cast<Bytef*>(m_block.data());
        m_stream->avail_in = uInt(got);
        return true;
    }
    if (got < 0)
        fail(m_packed->errorString());
    else if (m_state == State::BetweenMembers)
        m_state = State::Ended;
    else
        fail(u"Its compressed data breaks off behind %1 bytes of text."_s.arg(m_unpacked));
    return false;
}

void GunzipDevice::unpack()
{
    const uInt before = m_stream->avail_out;
    switch (inflate(m_stream.get(), Z_NO_FLUSH)) {
    case Z_OK:
    case Z_BUF_ERROR:
        break;
    case Z_STREAM_END:
        m_state = State::BetweenMembers;
        break;
    default:
        fail(u"Its compressed data is damaged behind %1 bytes of text."_s.arg(m_unpacked + before -
                                                                              m_stream->avail_out));
        break;
    }
}

void GunzipDevice::startNextMember()
{
    while (m_stream->avail_in > 0 && *m_stream->next_in == 0) {
        ++m_stream->next_in;
        --m_stream->avail_in;
    }
    if (m_stream->avail_in == 0)
        return;
    // What is no member is found damaged there.
    inflateReset(m_stream.get());
    m_state = State::Unpacking;
}

void GunzipDevice::fail(const QString& problem)
{
    m_state = State::Failed;
    setErrorString(problem);
}

} // namespace clientele
