// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/phone.h"

#include <QRegularExpression>

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
