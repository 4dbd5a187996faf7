// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/fieldmapping.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace clientele {

/// Knows the columns of a file by their names, in the languages that people's files are in.
namespace columns {

/// The fields that can be told from the headers, each with its columns: "First Name" and "Last
/// Name" make one Name; "Phone 1" is taken and "Phone 2" left out.
QList<FieldMapping> match(const QStringList& headers);

/// The same for a file without a header, by what stands in its first rows: "#1", "#2" …
QList<FieldMapping> matchByContent(const std::vector<QStringList>& rows);

/// A header as it is compared: letters and digits only, without case and accents.
QString folded(const QString& header);

/// True where all are names of customer fields and the id is among them: what stands below is taken
/// to the letter then, blanks and empty texts too, so that an export comes back as it was.
bool areOurExports(const QStringList& headers);

/// Where the columns of a mapping stand: by the header's exact name, else by its folded one, else
/// "#3" as the third. nullopt where there is no such column.
std::optional<qsizetype> find(const QStringList& headers, const QString& column);

} // namespace columns
} // namespace clientele
