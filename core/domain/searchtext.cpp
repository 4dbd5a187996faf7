// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchtext.h"

#include "core/domain/phone.h"

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// Letters of their own to Unicode, but not to who searches.
void appendPlain(QString& result, QChar c)
{
    switch (c.unicode()) {
    case u'ß':
        result += u"ss"_s;
        break;
    case u'æ':
        result += u"ae"_s;
        break;
    case u'œ':
        result += u"oe"_s;
        break;
    case u'ł':
        result += u'l';
        break;
    case u'ø':
        result += u'o';
        break;
    case u'đ':
    case u'ð':
        result += u'd';
        break;
    case u'ħ':
        result += u'h';
        break;
    case u'ŧ':
        result += u't';
        break;
    case u'ı':
        result += u'i';
        break;
    case u'ς':
        result += u'σ';
        break;
    default:
        result += c;
    }
}

/// Accents and points, without which people search; not the signs that other scripts are written
/// with, which are marks to Unicode too.
bool isDroppedMark(char16_t c)
{
    const auto within = [c](char16_t first, char16_t last) { return c >= first && c <= last; };
    return within(0x0300, 0x036f) || within(0x0483, 0x0487) || within(0x0591, 0x05bd) ||
           c == 0x05bf || c == 0x05c1 || c == 0x05c2 || c == 0x05c4 || c == 0x05c5 || c == 0x05c7 ||
           within(0x0610, 0x061a) || within(0x064b, 0x065f) || c == 0x0670;
}

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

/// Where the character at @p at ends, with the marks that follow it.
qsizetype pastCharacter(QStringView text, qsizetype at)
{
    at += text[at].isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
    while (at < text.size() && text[at].isMark())
        ++at;
    return at;
}

QString oneLine(QStringView text)
{
    return folded(text).replace(u'\n', u' ');
}

} // namespace

QString folded(QStringView text)
{
    if (isAscii(text))
        return text.toString().toLower();
    // In lower case after NFKD has taken İ apart; what is dropped was never a letter.
    const QString apart = text.toString().normalized(QString::NormalizationForm_KD).toLower();
    QString result;
    result.reserve(apart.size());
    for (const QChar c : apart) {
        if (!isDroppedMark(c.unicode()))
            appendPlain(result, c);
    }
    return result;
}

FoldedText FoldedText::of(QStringView original)
{
    FoldedText result;
    for (qsizetype at = 0; at < original.size();) {
        const qsizetype next = pastCharacter(original, at);
        result.text += folded(original.mid(at, next - at));
        result.origins.resize(result.text.size(), at);
        at = next;
    }
    result.origins += original.size();
    return result;
}

qsizetype FoldedText::endOf(qsizetype index) const
{
    const qsizetype start = origins[index];
    while (origins[index] == start)
        ++index;
    return origins[index];
}

QString searchText(QStringView name, QStringView email, const std::optional<QString>& phone)
{
    const QString typed = phone.value_or(QString());
    return oneLine(name) + u'\n' + oneLine(email) + u'\n' + oneLine(typed) + u'\n' +
           phone::digits(typed);
}

} // namespace clientele
