// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace clientele {

enum class ExportFormat
{
    Csv,
    Tsv,
    Json,
    JsonLines,
    Xlsx,
    VCard,
    Markdown
};

inline constexpr std::array allExportFormats{
    ExportFormat::Csv,  ExportFormat::Tsv,   ExportFormat::Json,    ExportFormat::JsonLines,
    ExportFormat::Xlsx, ExportFormat::VCard, ExportFormat::Markdown};

/// The format's name for clientelectl and settings: "csv", "tsv", "json", "jsonl", "xlsx", "vcard",
/// "markdown".
QString formatName(ExportFormat format);
std::optional<ExportFormat> formatFromName(QStringView name);
/// What the names of its files end with: "csv", "vcf", "md".
QString formatSuffix(ExportFormat format);
/// By how the name of a file ends, ".gz" left aside; nullopt where that tells nothing.
std::optional<ExportFormat> formatOfFile(const QString& name);

/// CSV and TSV: one row a line, to which all of ExportLayout applies.
constexpr bool isDelimited(ExportFormat format)
{
    return format == ExportFormat::Csv || format == ExportFormat::Tsv;
}
/// Whether one chooses the columns; a vCard has the properties of a contact.
constexpr bool hasColumns(ExportFormat format)
{
    return format != ExportFormat::VCard;
}

/// How CSV and TSV are written.
struct ExportLayout
{
    enum class Quotes
    {
        Needed,
        All /**< but for NULL, which would else be an empty text */
    };

    char delimiter = ','; ///< of CSV: one of , ; tab |
    Quotes quotes = Quotes::Needed;
    /// What stands for NULL, never in quotes; a text that is the same stands in quotes.
    QString nullText;
    QByteArray lineEnd = "\n"; ///< or "\r\n"
    bool byteOrderMark = false;
    /// What a spreadsheet would take for a formula gets an apostrophe, which our import takes away
    /// again; see core/io/formulaguard.h.
    bool guardsFormulas = true;

    /// Whether @p text can stand for NULL: it would need quotes else.
    static bool isNullText(QStringView text, char delimiter);

    bool operator==(const ExportLayout&) const = default;
};

/// What is written of each customer, and how.
struct ExportStyle
{
    ExportFormat format = ExportFormat::Csv;
    QList<CustomerField> columns; ///< in this order; empty is all
    ExportLayout layout;

    /// All where none are chosen.
    [[nodiscard]] QList<CustomerField> chosenColumns() const;

    bool operator==(const ExportStyle&) const = default;
};

} // namespace clientele
