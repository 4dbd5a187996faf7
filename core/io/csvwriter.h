// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/writing.h"

#include <QtGlobal>

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace clientele {

/// How CsvWriter writes.
struct CsvStyle
{
    char delimiter = ',';
    std::string_view lineEnd = "\n"; ///< or "\r\n"
    bool quotesAll = false;          ///< all fields but those that are nothing
    std::string nullText;            ///< for what is nothing; needs no quotes
};

/// Writes rows of UTF-8 fields as RFC 4180 has it. A field without data() is nothing, and written
/// as the style's nullText; a text that is the same, as an empty one is by default, stands in
/// quotes.
class CsvWriter final
{
    Q_DISABLE_COPY_MOVE(CsvWriter)

public:
    /// The device must be open and outlive this.
    explicit CsvWriter(QIODevice& device, CsvStyle style = {});

    /// An error of this or an earlier row, once the buffer was written.
    Result<> write(std::span<const std::string_view> fields);
    Result<> flush();

private:
    void append(std::string_view field);
    [[nodiscard]] bool needsQuotes(std::string_view field) const;

    QIODevice& m_device;
    const CsvStyle m_style;
    std::array<bool, 256> m_special{}; ///< characters that need quotes around them
    std::string m_buffer;
    bool m_failed = false;
};

} // namespace clientele
