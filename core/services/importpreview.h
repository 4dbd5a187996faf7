// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/momentfinder.h"
#include "core/services/bookinfo.h"
#include "core/services/importplan.h"
#include "core/task.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace clientele {

class Book;

/// A row of the file as an import would take it.
struct PreviewRow
{
    enum class Fate
    {
        New,
        Update,
        Unchanged,
        Skip,
        Reject
    };

    qint64 line = 0;
    QString name;
    QString email;
    QString phone;
    QString active;  ///< as it stands there
    QString created; ///< the same
    std::optional<Timestamp> createdAt;
    Fate fate = Fate::New;
    std::optional<Customer> before;  ///< Update: who is there, as known before this row
    QList<CustomerField> overridden; ///< what a person wrote here
    std::optional<Reject> problem;   ///< set where fate is Reject or the row is a duplicate
};

/// The beginning of a file, read with a format and a mapping.
struct ImportPreview
{
    CsvFormat format;              ///< as given, or as found
    QStringList columns;           ///< the header, or #1, #2 … where there is none
    std::vector<QStringList> rows; ///< raw fields of the first rows
    QList<FieldMapping> mapping;   ///< as given, or matched by synonyms
    FoundMoments moments;          ///< of the columns that are mapped to CreatedAt
    std::vector<PreviewRow>
        checked; ///< of at most the first 1,000 rows; empty until the mapping has name and e-mail
    qint64 fileSize = 0;
    std::optional<Error>
        problem;            ///< what makes the file unusable as read: empty, binary, no header
    bool wholeFile = false; ///< the preview saw every row of the file
};

/// What is to be read, and what of it is to be found.
struct PreviewRequest
{
    ImportPlan plan;          ///< what it says of errors, rejects and transactions does not matter
    bool findsFormat = true;  ///< else the plan's counts
    bool findsMapping = true; ///< the same
    bool findsMoments = true; ///< how dates are written, where the columns are the plan's
};

/// Reads the file's beginning in a thread of its own and asks the book which e-mails are taken.
Task<ImportPreview> previewImport(Book& book, const PreviewRequest& request);
/// Where @p format or @p mapping is nullopt, it is found.
Task<ImportPreview> previewImport(Book& book, const QString& file, std::optional<CsvFormat> format,
                                  std::optional<QList<FieldMapping>> mapping,
                                  DuplicatePolicy onDuplicate);

} // namespace clientele
