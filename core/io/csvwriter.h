// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QtGlobal>

#include <span>
#include <string>
#include <string_view>

class QIODevice;

namespace clientele {

/// Writes rows of UTF-8 fields as RFC 4180 has it, quoting only where that is needed.
class CsvWriter final
{
    Q_DISABLE_COPY_MOVE(CsvWriter)

public:
    /// The device must be open and outlive this. @p lineEnd is "\n" or "\r\n".
    explicit CsvWriter(QIODevice& device, char delimiter = ',', QByteArray lineEnd = "\n");

    /// An error of this or an earlier row, once the buffer was written.
    Result<> write(std::span<const std::string_view> fields);
    Result<> flush();

private:
    void append(std::string_view field);

    QIODevice& m_device;
    char m_delimiter;
    QByteArray m_lineEnd;
    std::string m_special; ///< characters that need quotes around them
    std::string m_buffer;
    bool m_failed = false;
};

/// Hands what a file's device buffers to the system.
bool flushDevice(QIODevice& device);

/// The device's failure as an Error: StorageFull where that is why.
Error writeError(const QIODevice& device);

} // namespace clientele
