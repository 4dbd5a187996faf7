// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importwording.h"

#include <QCoreApplication>

namespace clientele::wording {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

QString fields(size_t count)
{
    return Words::tr("%n fields", nullptr, int(count));
}

} // namespace

QString fieldCount(size_t found, size_t expected)
{
    return Words::tr("The row has %1, the header has %2.").arg(fields(found)).arg(expected);
}

QString unclosedQuote(qint64 line)
{
    return Words::tr("The quote opened in line %1 is not closed.").arg(line);
}

QString undecodable()
{
    return Words::tr("The row holds bytes that are no text in the encoding of this file.");
}

QString rowTooLong()
{
    return Words::tr("The row is longer than 4 MiB; the rest of it was left out.");
}

QString malformedJson(qint64 line, const std::string& problem)
{
    return Words::tr("Line %1 is not as JSON is written: %2.")
        .arg(QString::number(line), Words::tr(problem.c_str()));
}

QString unknownKey(const QString& key)
{
    return Words::tr(
               "The row has \"%1\", which none of the first rows has, so that it is no column. Its "
               "value stands behind the columns.")
        .arg(key);
}

QString nameBlank()
{
    return Words::tr("The name is missing.");
}

QString nulCharacter()
{
    return Words::tr("The text holds a NUL character, which cannot be stored.");
}

QString nameTooLong(qsizetype length, int limit)
{
    return Words::tr("The name has %n characters, this book takes %1.", nullptr, int(length))
        .arg(limit);
}

QString emailTooLong(qsizetype length, int limit)
{
    return Words::tr("The e-mail address has %n characters, this book takes %1.", nullptr,
                     int(length))
        .arg(limit);
}

QString phoneTooLong(qsizetype length, int limit)
{
    return Words::tr("The phone number has %n characters, this book takes %1.", nullptr,
                     int(length))
        .arg(limit);
}

QString activeUnknown()
{
    return Words::tr("It is not clear whether this means active. Write yes or no.");
}

QString createdUnreadable(const QString& format)
{
    if (format.isEmpty() || format == "iso"_L1)
        return Words::tr("This is not a date as year, month, day.");
    if (format == "dmy"_L1)
        return Words::tr("This is not a date as day, month, year.");
    if (format == "mdy"_L1)
        return Words::tr("This is not a date as month, day, year.");
    if (format == "epoch"_L1)
        return Words::tr("This is not a number of seconds since 1970.");
    if (format == "epoch-ms"_L1)
        return Words::tr("This is not a number of milliseconds since 1970.");
    if (format == "excel"_L1)
        return Words::tr("This is not a day as spreadsheets count them.");
    return Words::tr("This is not a date as %1.").arg(format);
}

QString duplicateInFile(qint64 line)
{
    return Words::tr("Line %1 of this file has the same e-mail address.").arg(line);
}

QString duplicateInBook(CustomerId id, const QString& name)
{
    return Words::tr("Customer #%1 (%2) already has this e-mail address.")
        .arg(QString::number(id.value), name);
}

QString importCannotGoOn()
{
    return Words::tr(
        "If it is cut off it cannot go on, only be done anew: how far an import got is kept "
        "from revision 0004 of the table on. Upgrade the book first to have that.");
}

} // namespace clientele::wording
