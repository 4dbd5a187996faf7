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

std::string_view extension(std::string_view text)
{
    using namespace std::string_view_literals;
    for (const std::string_view word : {";ext="sv, "ext."sv, "ext"sv, "x"sv}) {
        if (!text.starts_with(word))
            continue;
        text.remove_prefix(word.size());
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        const bool isNumber =
            !text.empty() && text.size() <= 7 &&
            std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
        return isNumber ? text : std::string_view();
    }
    return {};
}

std::optional<QString> normalized(const QString& typed)
{
    QString text = typed.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    return text;
}

} // namespace clientele::phone
