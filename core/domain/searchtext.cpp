// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchtext.h"

#include "core/domain/phone.h"

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// Letters with a stroke are letters of their own to Unicode, but not to who searches.
QChar withoutStroke(QChar c)
{
    switch (c.unicode()) {
    case u'ł':
        return u'l';
    case u'ø':
        return u'o';
    case u'đ':
    case u'ð':
        return u'd';
    case u'ħ':
        return u'h';
    case u'ı':
        return u'i';
    case u'ς':
        return u'σ';
    default:
        return c;
    }
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

QString folded(QStringView text)
{
    if (isAscii(text))
        return text.toString().toLower();
    const QString apart = text.toString()
                              .normalized(QString::NormalizationForm_KD)
                              .toCaseFolded()
                              .normalized(QString::NormalizationForm_KD);
    QString result;
    result.reserve(apart.size());
    for (const QChar c : apart) {
        if (c.category() != QChar::Mark_NonSpacing)
            result += withoutStroke(c);
    }
    return result;
}

QString searchText(QStringView name, QStringView email, const std::optional<QString>& phone)
{
    const QString typed = phone.value_or(QString());
    return folded(name) + u'\n' + folded(email) + u'\n' + folded(typed) + u'\n' +
           phone::digits(typed);
}

} // namespace clientele
