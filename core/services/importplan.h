// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"
#include "core/domain/duplicatepolicy.h"
#include "core/io/csvformat.h"
#include "core/io/fieldmapping.h"
#include "core/result.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace clientele {

/// What happens at a row that cannot be imported.
enum class ErrorPolicy
{
    Skip,
    Stop
};

/// What a person wrote in the place of what a file says.
struct CellOverride
{
    qint64 line = 0; ///< where the row starts, as Reject has it
    CustomerField field = CustomerField::Name;
    QString value;

    bool operator==(const CellOverride&) const = default;
};

/// Everything an import is told beforehand.
struct ImportPlan
{
    QString file; ///< a path, or "-" for standard input
    CsvFormat format;
    QList<FieldMapping> mapping; ///< Name and Email at least
    DuplicatePolicy onDuplicate = DuplicatePolicy::Reject;
    /// DuplicatePolicy::Update: the fields that are written to the customer who is there; nullopt
    /// is all that are mapped. The address itself is never among them.
    std::optional<QList<CustomerField>> updatedFields = {};
    /// Those of them that an empty value clears; the others are kept as they are then.
    QList<CustomerField> clearedFields = {};
    /// Texts of the file that say that there is nothing: "NULL", "n/a". Whatever their case.
    QStringList nullTexts = {};
    /// At most one of a line and a field; the number of fields of such a row does not matter.
    QList<CellOverride> overrides = {};
    ErrorPolicy onError = ErrorPolicy::Skip;
    bool dryRun = false; ///< play it through in the database and take it back: count, write nothing
    /// One transaction: all rows that can be imported, or nothing where the import does not get to
    /// its end (which with ErrorPolicy::Stop is any reject); otherwise in committed chunks.
    bool atomic = false;
    /// Where rejected rows go as CSV; a temporary file where empty. Replaced, and removed again
    /// where nothing is rejected.
    QString rejectsFile;
    int chunkRows = 5000; ///< rows of a transaction
    /// The unfinished import that this goes on with: the plan is UnfinishedImport's then.
    QString resumes = {};
};

/// A rejected row, for the report on the screen.
struct Reject
{
    static constexpr qsizetype shownValue = 200; ///< characters

    qint64 line = 0; ///< where the row starts, the header being line 1, as an editor counts
    QString column;  ///< a field's name: "name", "email" …, or "fields" for the row as a whole
    QString code;    ///< for programs: "email.no_at", "duplicate.database"; empty where it was read
                     ///< back from the rejects of an import that broke off
    QString reason;  ///< for people: a sentence
    QString value;   ///< what stood there, cut to 200 characters
};

/// How an import ended. created + updated + unchanged + skipped + rejected = rows, always.
struct ImportReport
{
    qint64 rows = 0; ///< data rows read
    qint64 created = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 skipped = 0;
    qint64 rejected = 0;
    double seconds = 0;
    bool dryRun = false;
    QList<Reject> firstRejects; ///< at most 1,000; the rejects file has all of them
    QString rejectsFile;        ///< empty where nothing was rejected
    /// Set where the import did not get to the end: cancelled, connection lost, disk full, stopped
    /// at an error. The numbers above then say what is in the database.
    std::optional<Error> ended;

    [[nodiscard]] bool addsUp() const
    {
        return created + updated + unchanged + skipped + rejected == rows;
    }
};

} // namespace clientele
