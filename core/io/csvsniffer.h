// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/csvformat.h"
#include "core/result.h"

#include <QByteArray>
#include <QStringList>

namespace clientele {

/// Finds out how a file of rows is to be read, from its beginning: as JSON, or as CSV of some kind.
namespace sniffer {

/// As much of a file as sniff() wants to see.
constexpr qint64 headBytes = 1024 * 1024;

struct Sniffed
{
    CsvFormat format;
    bool onlyHeader = false; ///< there is a header and no row behind it
};

/// @p head is the file's first headBytes, or all of it where @p isWhole.
/// Error{File} where it is no text: code "file.empty", "file.excel", "file.spreadsheet",
/// "file.pdf", "file.archive", "file.image", "file.database" or "file.binary"; wording says what to
/// do.
Result<Sniffed> sniff(const QByteArray& head, bool isWhole);

/// The same with the encoding given.
Result<Sniffed> sniff(const QByteArray& head, bool isWhole, const QByteArray& encoding);

/// True where a first row of these fields names the columns: it has a name that is known, or
/// nothing in it looks like somebody's data.
bool looksLikeHeader(const QStringList& fields);

} // namespace sniffer
} // namespace clientele
