// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/columnmatcher.h"

#include "core/domain/email.h"
#include "core/domain/phone.h"
#include "core/io/columnsynonyms.h"

#include <algorithm>
#include <functional>
#include <span>

namespace clientele::columns {

using namespace Qt::StringLiterals;

namespace {

// The column that has the foremost of some synonyms, or -1. "Phone 1" is the same as "Phone".
qsizetype best(const QStringList& foldedHeaders, std::span<const QStringView> synonyms)
{
    for (const QStringView known : synonyms) {
        const QString synonym = folded(known.toString());
        for (qsizetype i = 0; i < foldedHeaders.size(); ++i) {
            const QString& header = foldedHeaders[i];
            if (header == synonym || (header.endsWith(u'1') && header.chopped(1) == synonym))
                return i;
        }
    }
    return -1;
}

// Most of the rows that have something in a column.
bool holds(const std::vector<QStringList>& rows, qsizetype column,
           const std::function<bool(const QString&)>& isSuch)
{
    int filled = 0;
    int such = 0;
    for (const QStringList& row : rows) {
        const QString text = row.value(column).trimmed();
        filled += text.isEmpty() ? 0 : 1;
        such += !text.isEmpty() && isSuch(text) ? 1 : 0;
    }
    return such > 0 && such * 5 >= filled * 4;
}

bool looksLikeName(const QString& text)
{
    const auto isLetter = [](QChar c) { return c.isLetter(); };
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    return std::any_of(text.begin(), text.end(), isLetter) &&
           std::none_of(text.begin(), text.end(), isDigit);
}

// Which columns make the name, in the order in which they are read.
QList<qsizetype> nameColumns(const QStringList& headers)
{
    using namespace synonyms;
    const qsizetype full = best(headers, fullName);
    qsizetype given = best(headers, givenName);
    qsizetype family = best(headers, familyName);

    // "Name" beside "Vorname" is the family name, and "Nombre" beside "Apellidos" the given one.
    if (given >= 0 && family < 0)
        family = best(headers, familyNameBesideGiven);
    if (family >= 0 && given < 0)
        given = best(headers, givenNameBesideFamily);
    if (full >= 0 && full != given && full != family)
        return {full};
    if (given >= 0 && family >= 0) {
        // Chinese and Japanese put the family first.
        const bool familyFirst = headers[family].front().script() == QChar::Script_Han;
        return familyFirst ? QList{family, given} : QList{given, family};
    }
    for (const qsizetype alone :
         {best(headers, nameIfAlone), given, family, best(headers, companyName)}) {
        if (alone >= 0)
            return {alone};
    }
    return {};
}

} // namespace

QString folded(const QString& header)
{
    QString result;
    for (const QChar c : header.normalized(QString::NormalizationForm_KD).toLower()) {
        // These have no decomposition.
        switch (c.unicode()) {
        case u'ł':
            result += u'l';
            break;
        case u'ı':
            result += u'i';
            break;
        case u'ø':
            result += u'o';
            break;
        case u'ß':
            result += u"ss"_s;
            break;
        default:
            if (c.isLetterOrNumber())
                result += c;
        }
    }
    return result;
}

QList<FieldMapping> match(const QStringList& headers)
{
    QStringList foldedHeaders;
    for (const QString& header : headers)
        foldedHeaders.append(folded(header));
    // Two columns may have one name, or none: those are named by their place.
    const auto nameOf = [&](qsizetype column) {
        return headers.indexOf(headers[column]) == column ? headers[column]
                                                          : u'#' + QString::number(column + 1);
    };

    QList<FieldMapping> mapping;
    const auto add = [&](CustomerField field, const QList<qsizetype>& columns) {
        QStringList names;
        for (const qsizetype column : columns) {
            if (column >= 0)
                names.append(nameOf(column));
        }
        if (!names.isEmpty())
            mapping.append({.field = field, .columns = names});
    };
    add(CustomerField::Name, nameColumns(foldedHeaders));
    add(CustomerField::Email, {best(foldedHeaders, synonyms::email)});
    add(CustomerField::Phone, {best(foldedHeaders, synonyms::phone)});
    add(CustomerField::IsActive, {best(foldedHeaders, synonyms::active)});
    add(CustomerField::CreatedAt, {best(foldedHeaders, synonyms::created)});
    return mapping;
}

QList<FieldMapping> matchByContent(const std::vector<QStringList>& rows)
{
    qsizetype width = 0;
    for (const QStringList& row : rows)
        width = std::max(width, row.size());
    using Test = std::function<bool(const QString&)>;
    const std::pair<CustomerField, Test> tests[] = {
        {CustomerField::Email,
         [](const QString& text) { return std::holds_alternative<Email>(Email::parse(text)); }},
        {CustomerField::Phone,
         [](const QString& text) {
             return phone::digits(text).size() >= 6 && phone::looksPlausible(text);
         }},
        {CustomerField::Name, looksLikeName},
    };
    QList<FieldMapping> mapping;
    QList<qsizetype> used;
    for (const auto& [field, test] : tests) {
        for (qsizetype column = 0; column < width; ++column) {
            if (used.contains(column) || !holds(rows, column, test))
                continue;
            used.append(column);
            mapping.prepend({.field = field, .columns = {u'#' + QString::number(column + 1)}});
            break;
        }
    }
    return mapping;
}

bool areOurExports(const QStringList& headers)
{
    return headers.contains(fieldName(CustomerField::Id)) &&
           std::ranges::all_of(
               headers, [](const QString& header) { return fieldFromName(header).has_value(); });
}

std::optional<qsizetype> find(const QStringList& headers, const QString& column)
{
    if (const qsizetype exact = headers.indexOf(column); exact >= 0)
        return exact;
    const QString wanted = folded(column);
    for (qsizetype i = 0; i < headers.size() && !wanted.isEmpty() && !column.startsWith(u'#');
         ++i) {
        if (folded(headers[i]) == wanted)
            return i;
    }
    bool isNumber = false;
    const qsizetype place = column.startsWith(u'#') ? column.mid(1).toInt(&isNumber) : 0;
    if (isNumber && place >= 1 && place <= headers.size())
        return place - 1;
    return std::nullopt;
}

} // namespace clientele::columns
