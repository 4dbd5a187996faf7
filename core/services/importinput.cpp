// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importinput.h"

#include "core/io/gunzipdevice.h"
#include "core/services/standardinput.h"

#include <QFile>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<QIODevice>> openDevice(const QString& name,
                                              std::shared_ptr<Cancellation> cancellation)
{
    if (name == u"-")
        return openStandardInput(std::move(cancellation));
    auto file = std::make_unique<QFile>(name);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const bool missing = !file->exists();
        return Error{.kind = missing ? ErrorKind::NotFound : ErrorKind::File,
                     .message = file->errorString(),
                     .subject = name,
                     .code = missing ? u"file.missing"_s : u"file.read"_s};
    }
    return std::unique_ptr<QIODevice>(std::move(file));
}

} // namespace

Result<ImportInput> ImportInput::open(const QString& file,
                                      std::shared_ptr<Cancellation> cancellation)
{
    auto device = openDevice(file, std::move(cancellation));
    if (!device)
        return device.error();
    return ImportInput(std::move(device).value());
}

ImportInput::ImportInput(std::unique_ptr<QIODevice> device) : m_device(std::move(device))
{
    if (!GunzipDevice::isPacked(*m_device))
        return;
    auto unpacker = std::make_unique<GunzipDevice>(std::move(m_device));
    m_unpacker = unpacker.get();
    m_device = std::move(unpacker);
}

qint64 ImportInput::bytesTotal() const
{
    if (m_unpacker)
        return m_unpacker->packedBytesTotal();
    return m_device->isSequential() ? 0 : m_device->size();
}

qint64 ImportInput::bytesDone(qint64 unpackedBytes) const
{
    return m_unpacker ? m_unpacker->packedBytesDone() : unpackedBytes;
}

} // namespace clientele
