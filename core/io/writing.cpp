// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/writing.h"

#include "core/io/gzipdevice.h"

#include <QFileDevice>
#include <QIODevice>

namespace clientele {

using namespace Qt::StringLiterals;

Result<> writeAll(QIODevice& device, std::string_view bytes)
{
    while (!bytes.empty()) {
        const qint64 written = device.write(bytes.data(), qint64(bytes.size()));
        if (written <= 0)
            return writeError(device);
        bytes.remove_prefix(size_t(written));
    }
    auto* file = qobject_cast<QFileDevice*>(&device);
    return !file || file->flush() ? Result<>() : writeError(device);
}

Error writeError(const QIODevice& device)
{
    if (const auto* gzip = qobject_cast<const GzipDevice*>(&device))
        return writeError(gzip->target());
    const auto* file = qobject_cast<const QFileDevice*>(&device);
    const bool full = file && file->error() == QFileDevice::ResourceError;
    return {.kind = full ? ErrorKind::StorageFull : ErrorKind::File,
            .message = device.errorString(),
            .subject = file ? file->fileName() : QString(),
            .code = u"file.write"_s};
}

} // namespace clientele
