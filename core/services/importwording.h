// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"
#include "core/services/wording.h"

#include <QString>

#include <string>

namespace clientele::wording {

// Why a row of a file is not imported, each a sentence for the person who mends it.

QString fieldCount(size_t found, size_t expected);
QString unclosedQuote(qint64 line);
QString undecodable();
QString rowTooLong();
/// @p problem is what CsvRecord::detail says.
QString malformedJson(qint64 line, const std::string& problem);
QString unknownKey(const QString& key);

QString nameBlank();
QString nulCharacter();
QString nameTooLong(qsizetype length, int limit);
QString emailTooLong(qsizetype length, int limit);
QString phoneTooLong(qsizetype length, int limit);
QString activeUnknown();
/// @p format is MomentReader's.
QString createdUnreadable(const QString& format);

QString duplicateInFile(qint64 line);
QString duplicateInBook(CustomerId id, const QString& name);

/// Where the book has not BookInfo::keepsImports.
QString importCannotGoOn();

} // namespace clientele::wording
