// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gzipdevice.h"

#include "core/io/writing.h"

#include <zlib.h>

namespace clientele {

struct GzipDevice::Stream
{
    z_stream zip{};
};

GzipDevice::GzipDevice(QIODevice& target) : m_target(target), m_stream(std::make_unique<Stream>())
{
    constexpr int gzip = 16; // added to the bits of the window: zlib.h, deflateInit2
    constexpr int quick = 4; // twice as quick as the default, a twentieth larger
    deflateInit2(&m_stream->zip, quick, Z_DEFLATED, MAX_WBITS + gzip, MAX_MEM_LEVEL,
                 Z_DEFAULT_STRATEGY);
    m_packed.resize(qsizetype(writeBufferBytes));
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

GzipDevice::~GzipDevice()
{
    deflateEnd(&m_stream->zip);
}

qint64 GzipDevice::writeData(const char* from, qint64 size)
{
    return pack(from, size, Z_NO_FLUSH) ? size : -1;
}

Result<> GzipDevice::end()
{
    return pack(nullptr, 0, Z_FINISH) ? Result<>() : writeError(m_target);
}

bool GzipDevice::pack(const char* from, qint64 size, int how)
{
    z_stream& zip = m_stream->zip;
    zip.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(from));
    zip.avail_in = uInt(size);
    do {
        zip.next_out = reinterpret_cast<Bytef*>(m_packed.data());
        zip.avail_out = uInt(m_packed.size());
        if (deflate(&zip, how) == Z_STREAM_ERROR)
            return false;
        const size_t packed = size_t(m_packed.size()) - zip.avail_out;
        if (packed > 0 && !writeAll(m_target, {m_packed.constData(), packed}))
            return false;
    } while (zip.avail_out == 0);
    return true;
}

} // namespace clientele
