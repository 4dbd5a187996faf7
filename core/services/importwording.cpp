// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importwording.h"

#include <QCoreApplication>

namespace clientele::wording {

using namespace Qt::StringLiterals;

namespace {

QString say(const char* sentence)
{
    return QCoreApplication::translate("wording", sentence);
}

QString fields(size_t count)
{
    return count == 1 ? say("1 field") : say("%1 fields").arg(count);
}

} // namespace

QString fieldCount(size_t found, size_t expected)
{
    return say("The row has %1, the header has %2.").arg(fields(found)).arg(expected);
}

QString unclosedQuote(qint64 line)
{
    return say("The quote opened in line %1 is not closed.").arg(line);
}

QString undecodable()
{
    return say("The row holds bytes that are no text in the encoding of this file.");
}

QString rowTooLong()
{
    return say("The row is longer than 4 MiB; the rest of it was left out.");
}

QString malformedJson(qint64 line, const std::string& problem)
{
    return say("Line %1 is not as JSON is written: %2.")
        .arg(QString::number(line), say(problem.c_str()));
}

QString unknownKey(const QString& key)
{
    return say("The row has \"%1\", which none of the first rows has, so that it is no column. Its "
               "value stands behind the columns.")
        .arg(key);
}

QString nameBlank()
{
    return say("The name is missing.");
}

QString nulCharacter()
{
    return say("The text holds a NUL character, which cannot be stored.");
}

QString nameTooLong(qsizetype length, int limit)
{
    return say("The name has %1 characters, this book takes %2.").arg(length).arg(limit);
}

QString emailTooLong(qsizetype length, int limit)
{
    return say("The e-mail address has %1 characters, this book takes %2.").arg(length).arg(limit);
}

QString phoneTooLong(qsizetype length, int limit)
{
    return say("The phone number has %1 characters, this book takes %2.").arg(length).arg(limit);
}

QString activeUnknown()
{
    return say("It is not clear whether this means active. Write yes or no.");
}

QString createdUnreadable(const QString& format)
{
    if (format.isEmpty() || format == "iso"_L1)
        return say("This is not a date as year, month, day.");
    if (format == "dmy"_L1)
        return say("This is not a date as day, month, year.");
    if (format == "mdy"_L1)
        return say("This is not a date as month, day, year.");
    if (format == "epoch"_L1)
        return say("This is not a number of seconds since 1970.");
    if (format == "epoch-ms"_L1)
        return say("This is not a number of milliseconds since 1970.");
    if (format == "excel"_L1)
        return say("This is not a day as spreadsheets count them.");
    return say("This is not a date as %1.").arg(format);
}

QString duplicateInFile(qint64 line)
{
    return say("Line %1 of this file has the same e-mail address.").arg(line);
}

QString duplicateInBook(CustomerId id, const QString& name)
{
    return say("Customer #%1 (%2) already has this e-mail address.")
        .arg(QString::number(id.value), name);
}

QString importCannotGoOn()
{
    return say("If it is cut off it cannot go on, only be done anew: how far an import got is kept "
               "from revision 0004 of the table on. Upgrade the book first to have that.");
}

} // namespace clientele::wording
