// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/phone.h"

#include <QRegularExpression>

#include <algorithm>

namespace clientele::phone {

using namespace Qt::StringLiterals;

QString digits(QStringView typed)
{
    QString found;
    for (const char32_t c : typed.toUcs4()) {
        // The category leaves out superscripts and such, which have a digit's value too.
        if (QChar::category(c) == QChar::Number_DecimalDigit)
            found += QChar(u'0' + QChar::digitValue(c));
    }
    return found;
}

QString groupedDigits(QStringView word)
{
    static const auto punctuation = u"+-().,/"_s;
    const bool grouped = std::ranges::all_of(
        word, [](QChar c) { return c.isDigit() || c.isSpace() || punctuation.contains(c); });
    return grouped ? digits(word) : QString();
}

bool looksPlausible(QStringView typed)
{
    static const QRegularExpression form(
        uR"(^[\s\d+\-.()/]*(?:(?:;\s*ext=|ext\.?|x)\s*\d{1,7})?\s*$)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const qsizetype count = digits(typed).size();
    return count >= 3 && count <= 20 && form.match(typed.toString()).hasMatch();
}

std::optional<QString> normalized(const QString& typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    return text;
}

} // namespace clientele::phone
