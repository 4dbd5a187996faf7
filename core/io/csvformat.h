// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace clientele {

/// What is in a file of rows.
enum class FileKind
{
    Csv,       ///< rows of fields between delimiters
    Json,      ///< a list of objects, an object that holds one, or objects one behind the other
    JsonLines, ///< an object on each line
};

/// How a file of rows is to be read. All but the kind and the encoding is of CSV alone; JSON names
/// its columns itself.
struct CsvFormat
{
    FileKind kind = FileKind::Csv;
    QByteArray encoding =
        "UTF-8";          ///< a name that QStringDecoder takes: "UTF-8", "UTF-16LE", "windows-1252"
    char delimiter = ','; ///< one of , ; tab |
    char quote = '"';
    bool backslashEscapes = false; ///< \" and \\ within quotes; "" is a quote in any case
    bool hasHeader = true;

    bool operator==(const CsvFormat&) const = default;
};

} // namespace clientele
