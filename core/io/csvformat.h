// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace clientele {

/// How a CSV file is to be read.
struct CsvFormat
{
    QByteArray encoding =
        "UTF-8";          ///< a name that QStringDecoder takes: "UTF-8", "UTF-16LE", "windows-1252"
    char delimiter = ','; ///< one of , ; tab |
    char quote = '"';
    bool hasHeader = true;

    bool operator==(const CsvFormat&) const = default;
};

} // namespace clientele
