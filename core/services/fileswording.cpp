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
    const char* named;   ///< with the file, column or reason in it
    const char* unnamed; ///< where it is not known
    const char* advice;
};

constexpr std::array known = {
    Words{QLatin1StringView("file.empty"), QT_TRANSLATE_NOOP("wording", "The file %1 is empty."),
          QT_TRANSLATE_NOOP("wording", "The file is empty."),
          QT_TRANSLATE_NOOP("wording", "Choose a file with customers in it.")},
    Words{QLatin1StringView("file.excel"),
          QT_TRANSLATE_NOOP("wording", "The file %1 is an Excel workbook."),
          QT_TRANSLATE_NOOP("wording", "This is an Excel workbook."),
          QT_TRANSLATE_NOOP("wording", "Open it in Excel and save it as CSV first.")},
    Words{QLatin1StringView("file.spreadsheet"),
          QT_TRANSLATE_NOOP("wording", "The file %1 is a spreadsheet."),
          QT_TRANSLATE_NOOP("wording", "This is a spreadsheet."),
          QT_TRANSLATE_NOOP("wording", "Open it in its own program and save it as CSV first.")},
    Words{QLatin1StringView("file.pdf"),
          QT_TRANSLATE_NOOP("wording", "The file %1 is a PDF document."),
          QT_TRANSLATE_NOOP("wording", "This is a PDF document."),
          QT_TRANSLATE_NOOP("wording", "Choose a CSV file.")},
    Words{QLatin1StringView("file.archive"),
          QT_TRANSLATE_NOOP("wording", "The file %1 is a compressed archive."),
          QT_TRANSLATE_NOOP("wording", "This is a compressed archive."),
          QT_TRANSLATE_NOOP("wording", "Unpack it and choose the CSV file that is in it.")},
    Words{QLatin1StringView("file.image"),
          QT_TRANSLATE_NOOP("wording", "The file %1 is a picture."),
          QT_TRANSLATE_NOOP("wording", "This is a picture."),
          QT_TRANSLATE_NOOP("wording", "Choose a CSV file.")},
    Words{QLatin1StringView("file.database"),
          QT_TRANSLATE_NOOP("wording", "The file %1 is a SQLite database."),
          QT_TRANSLATE_NOOP("wording", "This is a SQLite database."),
          QT_TRANSLATE_NOOP("wording", "Open it as a book, or export its table as CSV.")},
    Words{QLatin1StringView("file.binary"),
          QT_TRANSLATE_NOOP("wording", "The file %1 holds no text."),
          QT_TRANSLATE_NOOP("wording", "This file holds no text."),
          QT_TRANSLATE_NOOP("wording", "Choose a CSV file.")},
    Words{QLatin1StringView("file.header"),
          QT_TRANSLATE_NOOP("wording", "The first line of %1, its header, cannot be read."),
          QT_TRANSLATE_NOOP("wording", "The first line, the header, cannot be read."),
          QT_TRANSLATE_NOOP(
              "wording", "Look there for a quote that is not closed, or choose another encoding.")},
    Words{QLatin1StringView("file.encoding"),
          QT_TRANSLATE_NOOP("wording", "The encoding %1 is not known."),
          QT_TRANSLATE_NOOP("wording", "The encoding is not known."),
          QT_TRANSLATE_NOOP("wording", "Choose another, such as UTF-8 or windows-1252.")},
    Words{QLatin1StringView("file.folder"), QT_TRANSLATE_NOOP("wording", "%1 is a folder."),
          QT_TRANSLATE_NOOP("wording", "This is a folder."),
          QT_TRANSLATE_NOOP("wording", "Choose one of the files in it.")},
    Words{QLatin1StringView("file.special"), QT_TRANSLATE_NOOP("wording", "%1 is not a file."),
          QT_TRANSLATE_NOOP("wording", "This is not a file."),
          QT_TRANSLATE_NOOP("wording", "Save what it gives to a file, and open that.")},
    Words{
        QLatin1StringView("folder.portable"),
        QT_TRANSLATE_NOOP("wording", "Nothing can be written to the folder %1 beside the program."),
        QT_TRANSLATE_NOOP("wording", "Nothing can be written beside the program."),
        QT_TRANSLATE_NOOP("wording", "Move Clientele to where you may write, or take the file "
                                     "clientele.portable away: then it uses your own folders.")},
    Words{QLatin1StringView("file.missing"), QT_TRANSLATE_NOOP("wording", "There is no file %1."),
          QT_TRANSLATE_NOOP("wording", "There is no such file."),
          QT_TRANSLATE_NOOP("wording", "Check its name and folder.")},
    Words{
        QLatin1StringView("file.same"),
        QT_TRANSLATE_NOOP(
            "wording",
            "The rejected rows cannot be written to %1, because that is the file being imported."),
        QT_TRANSLATE_NOOP("wording",
                          "The rejected rows cannot be written to the file being imported."),
        QT_TRANSLATE_NOOP("wording", "Choose another file for them.")},
    Words{QLatin1StringView("import.column"),
          QT_TRANSLATE_NOOP("wording", "The file has no column %1."),
          QT_TRANSLATE_NOOP("wording", "The file has no such column."),
          QT_TRANSLATE_NOOP("wording", "Choose one of the columns that it has.")},
    Words{QLatin1StringView("import.mapping"),
          QT_TRANSLATE_NOOP("wording", "No column is chosen for the field %1."),
          QT_TRANSLATE_NOOP("wording", "No column is chosen for a field that is needed."),
          QT_TRANSLATE_NOOP("wording", "Choose the column that holds it.")},
    Words{QLatin1StringView("import.field"),
          QT_TRANSLATE_NOOP("wording", "The field %1 cannot be imported."),
          QT_TRANSLATE_NOOP("wording", "This field cannot be imported."),
          QT_TRANSLATE_NOOP("wording", "Leave it out: the database sets it.")},
    Words{QLatin1StringView("recipe.json"),
          QT_TRANSLATE_NOOP("wording", "%1 is not a recipe: it is no JSON."),
          QT_TRANSLATE_NOOP("wording", "This file is not a recipe: it is no JSON."),
          QT_TRANSLATE_NOOP("wording", "Choose one that was saved from an import.")},
    Words{QLatin1StringView("recipe.content"),
          QT_TRANSLATE_NOOP("wording", "The recipe cannot be followed. %1"),
          QT_TRANSLATE_NOOP("wording", "The recipe cannot be followed."),
          QT_TRANSLATE_NOOP("wording", "Mend it there, or save it anew from an import.")},
    Words{QLatin1StringView("import.date"),
          QT_TRANSLATE_NOOP("wording", "Dates cannot be read as \"%1\"."),
          QT_TRANSLATE_NOOP("wording", "Dates cannot be read this way."),
          QT_TRANSLATE_NOOP("wording",
                            "Write iso, dmy, mdy, epoch, epoch-ms or excel, or a pattern such as "
                            "dd MMM yyyy.")},
    Words{QLatin1StringView("export.cell_too_long"),
          QT_TRANSLATE_NOOP("wording",
                            "A text in the column %1 is longer than the 32,767 characters that a "
                            "cell of a workbook takes."),
          QT_TRANSLATE_NOOP(
              "wording",
              "A text is longer than the 32,767 characters that a cell of a workbook takes."),
          QT_TRANSLATE_NOOP("wording", "Choose CSV or JSON, which hold it whole.")},
    Words{QLatin1StringView("import.stopped"),
          QT_TRANSLATE_NOOP("wording", "The import stopped at line %1, which cannot be imported."),
          QT_TRANSLATE_NOOP("wording", "The import stopped at a row that cannot be imported."),
          QT_TRANSLATE_NOOP("wording", "Mend that row, then import the rest.")},
    Words{
        QLatin1StringView("import.none"),
        QT_TRANSLATE_NOOP("wording", "There is no unfinished import of %1 into this book."),
        QT_TRANSLATE_NOOP("wording", "There is no such unfinished import into this book."),
        QT_TRANSLATE_NOOP("wording", "It has finished, or was never begun; import the file anew.")},
    Words{QLatin1StringView("import.changed"),
          QT_TRANSLATE_NOOP("wording", "The file %1 has changed since its import began."),
          QT_TRANSLATE_NOOP("wording", "The file has changed since its import began."),
          QT_TRANSLATE_NOOP("wording",
                            "Import it anew, and skip the customers who are there already.")},
    Words{QLatin1StringView("import.elsewhere"),
          QT_TRANSLATE_NOOP("wording", "The import of %1 is under way in another program."),
          QT_TRANSLATE_NOOP("wording", "This import is under way in another program."),
          QT_TRANSLATE_NOOP("wording", "Wait for it, or end that program first.")},
    Words{
        QLatin1StringView("import.rejects"),
        QT_TRANSLATE_NOOP("wording", "The rejected rows in %1 are not what the import left there."),
        QT_TRANSLATE_NOOP("wording",
                          "The file of rejected rows is not what the import left there."),
        QT_TRANSLATE_NOOP("wording", "Put that file back, or import the customers anew.")},
    Words{QLatin1StringView("keychain.none"),
          QT_TRANSLATE_NOOP("wording", "There is no keychain here that can be used (%1)."),
          QT_TRANSLATE_NOOP("wording", "There is no keychain here."),
          QT_TRANSLATE_NOOP("wording", "Passwords are kept for a session only.")},
    Words{QLatin1StringView("keychain.entry"),
          QT_TRANSLATE_NOOP("wording", "The keychain is locked, or holds no password for %1."),
          QT_TRANSLATE_NOOP("wording", "The keychain is locked, or does not hold this password."),
          QT_TRANSLATE_NOOP("wording",
                            "Unlock it, or type the password and have it remembered again.")},
    Words{QLatin1StringView("keychain.password"),
          QT_TRANSLATE_NOOP("wording", "The password of %1 that is to be remembered is missing."),
          QT_TRANSLATE_NOOP("wording", "The password that is to be remembered is missing."),
          QT_TRANSLATE_NOOP("wording", "Type it and save again.")},
    Words{QLatin1StringView("keychain.denied"),
          QT_TRANSLATE_NOOP("wording", "The keychain gives %1 no access."),
          QT_TRANSLATE_NOOP("wording", "The keychain is locked, or gives no access."),
          QT_TRANSLATE_NOOP("wording", "Unlock it and try again, or type the password.")},
    Words{QLatin1StringView("keychain.silent"),
          QT_TRANSLATE_NOOP("wording", "The keychain does not answer %1."),
          QT_TRANSLATE_NOOP("wording", "The keychain does not answer."),
          QT_TRANSLATE_NOOP("wording", "Unlock it and try again, or type the password.")},
};

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
