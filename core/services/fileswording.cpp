// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/fileswording.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace clientele::wording {

namespace {

struct Words
{
    QLatin1StringView code;
    const char* named;   ///< with the file or column in it
    const char* unnamed; ///< where it is not known
    const char* advice;
};

#define WORDS QT_TRANSLATE_NOOP

constexpr std::array known = {
    Words{QLatin1StringView("file.empty"), WORDS("wording", "The file %1 is empty."),
          WORDS("wording", "The file is empty."),
          WORDS("wording", "Choose a file with customers in it.")},
    Words{QLatin1StringView("file.excel"), WORDS("wording", "The file %1 is an Excel workbook."),
          WORDS("wording", "This is an Excel workbook."),
          WORDS("wording", "Open it in Excel and save it as CSV first.")},
    Words{QLatin1StringView("file.spreadsheet"), WORDS("wording", "The file %1 is a spreadsheet."),
          WORDS("wording", "This is a spreadsheet."),
          WORDS("wording", "Open it in its own program and save it as CSV first.")},
    Words{QLatin1StringView("file.pdf"), WORDS("wording", "The file %1 is a PDF document."),
          WORDS("wording", "This is a PDF document."), WORDS("wording", "Choose a CSV file.")},
    Words{QLatin1StringView("file.archive"),
          WORDS("wording", "The file %1 is a compressed archive."),
          WORDS("wording", "This is a compressed archive."),
          WORDS("wording", "Unpack it and choose the CSV file that is in it.")},
    Words{QLatin1StringView("file.image"), WORDS("wording", "The file %1 is a picture."),
          WORDS("wording", "This is a picture."), WORDS("wording", "Choose a CSV file.")},
    Words{QLatin1StringView("file.database"), WORDS("wording", "The file %1 is a SQLite database."),
          WORDS("wording", "This is a SQLite database."),
          WORDS("wording", "Open it as a book, or export its table as CSV.")},
    Words{QLatin1StringView("file.binary"), WORDS("wording", "The file %1 holds no text."),
          WORDS("wording", "This file holds no text."), WORDS("wording", "Choose a CSV file.")},
    Words{
        QLatin1StringView("file.header"),
        WORDS("wording", "The first line of %1, its header, cannot be read."),
        WORDS("wording", "The first line, the header, cannot be read."),
        WORDS("wording", "Look there for a quote that is not closed, or choose another encoding.")},
    Words{QLatin1StringView("file.encoding"), WORDS("wording", "The encoding %1 is not known."),
          WORDS("wording", "The encoding is not known."),
          WORDS("wording", "Choose another, such as UTF-8 or windows-1252.")},
    Words{QLatin1StringView("file.missing"), WORDS("wording", "There is no file %1."),
          WORDS("wording", "There is no such file."),
          WORDS("wording", "Check its name and folder.")},
    Words{
        QLatin1StringView("file.same"),
        WORDS(
            "wording",
            "The rejected rows cannot be written to %1, because that is the file being imported."),
        WORDS("wording", "The rejected rows cannot be written to the file being imported."),
        WORDS("wording", "Choose another file for them.")},
    Words{QLatin1StringView("import.column"), WORDS("wording", "The file has no column %1."),
          WORDS("wording", "The file has no such column."),
          WORDS("wording", "Choose one of the columns that it has.")},
    Words{QLatin1StringView("import.mapping"),
          WORDS("wording", "No column is chosen for the field %1."),
          WORDS("wording", "No column is chosen for a field that is needed."),
          WORDS("wording", "Choose the column that holds it.")},
    Words{QLatin1StringView("import.field"), WORDS("wording", "The field %1 cannot be imported."),
          WORDS("wording", "This field cannot be imported."),
          WORDS("wording", "Leave it out: the database sets it.")},
    Words{QLatin1StringView("recipe.json"), WORDS("wording", "%1 is not a recipe: it is no JSON."),
          WORDS("wording", "This file is not a recipe: it is no JSON."),
          WORDS("wording", "Choose one that was saved from an import.")},
    Words{QLatin1StringView("recipe.content"),
          WORDS("wording", "The recipe cannot be followed. %1"),
          WORDS("wording", "The recipe cannot be followed."),
          WORDS("wording", "Mend it there, or save it anew from an import.")},
    Words{QLatin1StringView("import.date"), WORDS("wording", "Dates cannot be read as \"%1\"."),
          WORDS("wording", "Dates cannot be read this way."),
          WORDS("wording", "Write iso, dmy, mdy, epoch, epoch-ms or excel, or a pattern such as "
                           "dd MMM yyyy.")},
    Words{QLatin1StringView("export.cell_too_long"),
          WORDS("wording", "A text in the column %1 is longer than the 32,767 characters that a "
                           "cell of a workbook takes."),
          WORDS("wording",
                "A text is longer than the 32,767 characters that a cell of a workbook takes."),
          WORDS("wording", "Choose CSV or JSON, which hold it whole.")},
    Words{QLatin1StringView("import.stopped"),
          WORDS("wording", "The import stopped at line %1, which cannot be imported."),
          WORDS("wording", "The import stopped at a row that cannot be imported."),
          WORDS("wording", "Mend that row, then import the rest.")},
    Words{QLatin1StringView("import.none"),
          WORDS("wording", "There is no unfinished import of %1 into this book."),
          WORDS("wording", "There is no such unfinished import into this book."),
          WORDS("wording", "It has finished, or was never begun; import the file anew.")},
    Words{QLatin1StringView("import.changed"),
          WORDS("wording", "The file %1 has changed since its import began."),
          WORDS("wording", "The file has changed since its import began."),
          WORDS("wording", "Import it anew, and skip the customers who are there already.")},
    Words{QLatin1StringView("import.elsewhere"),
          WORDS("wording", "The import of %1 is under way in another program."),
          WORDS("wording", "This import is under way in another program."),
          WORDS("wording", "Wait for it, or end that program first.")},
    Words{QLatin1StringView("import.rejects"),
          WORDS("wording", "The rejected rows in %1 are not what the import left there."),
          WORDS("wording", "The file of rejected rows is not what the import left there."),
          WORDS("wording", "Put that file back, or import the customers anew.")},
};

#undef WORDS

const Words* find(const Error& error)
{
    // What the disk says is said by its kind.
    if (error.kind == ErrorKind::StorageFull)
        return nullptr;
    for (const Words& words : known) {
        if (error.code == words.code)
            return &words;
    }
    return nullptr;
}

} // namespace

QString fileSentence(const Error& error)
{
    const Words* words = find(error);
    if (!words)
        return {};
    if (error.subject.isEmpty())
        return QCoreApplication::translate("wording", words->unnamed);
    return QCoreApplication::translate("wording", words->named).arg(error.subject);
}

QString fileAdvice(const Error& error)
{
    const Words* words = find(error);
    return words ? QCoreApplication::translate("wording", words->advice) : QString();
}

} // namespace clientele::wording
