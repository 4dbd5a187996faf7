// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/result.h"

#include <QIODevice>

#include <memory>

namespace clientele {

class GunzipDevice;

/// The bytes of a file that is being imported, unpacked where it is gzip: known by its content.
class ImportInput final
{
public:
    /// @p file may be "-" for standard input, whose reading ends with @p cancellation.
    static Result<ImportInput> open(const QString& file,
                                    std::shared_ptr<Cancellation> cancellation);

    [[nodiscard]] QIODevice& device() const { return *m_device; }
    [[nodiscard]] bool isPacked() const { return m_unpacker != nullptr; }
    /// Of the file as it lies there; 0 where unknown.
    [[nodiscard]] qint64 bytesTotal() const;
    /// Where @p unpackedBytes of the text are read.
    [[nodiscard]] qint64 bytesDone(qint64 unpackedBytes) const;

private:
    explicit ImportInput(std::unique_ptr<QIODevice> device);

    std::unique_ptr<QIODevice> m_device;
    const GunzipDevice* m_unpacker = nullptr; ///< which m_device is, or nullptr
};

} // namespace clientele
