// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/email.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <array>
#include <utility>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

using Refusal = Email::Refusal;
using Checked = std::variant<QString, Refusal>; // a part in its normal form, or why not

constexpr qsizetype maxTyped = 2048;        // what pydantic takes, with a display name
constexpr qsizetype maxAddressBytes = 254;  // RFC 5321 4.5.3.1.3, without the angle brackets
constexpr qsizetype maxDomainLetters = 253; // RFC 1035 2.3.4
constexpr qsizetype maxLabelLetters = 63;

bool isAsciiLetterOrDigit(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

// RFC 5322 3.2.3 "atext", with the dot of a dot-atom; RFC 6531 3.3 adds all that is not ASCII.
bool isLocalCharacter(char32_t c)
{
    return c >= 0x80 || isAsciiLetterOrDigit(c) ||
           QLatin1StringView(".!#$%&'*+-/=?^_`{|}~").contains(QChar(char16_t(c)));
}

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

QString codePoint(char32_t c)
{
    return u"U+"_s + QString::number(c, 16).toUpper().rightJustified(4, u'0');
}

// Characters that do not show, or that would join with what stands before the address.
std::optional<Refusal> findUnsafe(QStringView part)
{
    const auto refuse = [](char32_t c) {
        return Refusal{EmailFault::UnsafeCharacter, codePoint(c)};
    };
    bool first = true;
    for (const char32_t c : part.toUcs4()) {
        const bool isFirst = std::exchange(first, false);
        if (c == U' ')
            continue; // refused later, as a character that does not belong there
        if (c == QChar::ReplacementCharacter)
            return refuse(c); // what is left of half a surrogate pair, or of a wrong encoding
        switch (QChar::category(c)) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
        case QChar::Separator_Space:
            return refuse(c);
        case QChar::Mark_NonSpacing:
        case QChar::Mark_SpacingCombining:
        case QChar::Mark_Enclosing:
            if (isFirst)
                return refuse(c);
            break;
        default:
            break;
        }
    }
    return std::nullopt;
}

// RFC 2142, and what other addresses of offices are written as.
bool isRoleName(const QString& lowered)
{
    static const QStringList names = {
        u"abuse"_s,   u"ftp"_s,    u"hostmaster"_s, u"info"_s,      u"marketing"_s,
        u"news"_s,    u"noc"_s,    u"postmaster"_s, u"sales"_s,     u"security"_s,
        u"support"_s, u"usenet"_s, u"uucp"_s,       u"webmaster"_s, u"www"_s,
    };
    return names.contains(lowered);
}

Checked checkLocal(const QString& typed)
{
    if (typed.isEmpty())
        return Refusal{EmailFault::LocalEmpty, {}};
    if (typed.startsWith(u'"'))
        return Refusal{EmailFault::LocalQuoted, {}};
    if (const auto unsafe = findUnsafe(typed))
        return *unsafe;
    for (const QChar c : typed) {
        if (!isLocalCharacter(c.unicode()))
            return Refusal{EmailFault::LocalInvalidCharacter, QString(c)};
    }
    if (typed.startsWith(u'.'))
        return Refusal{EmailFault::LocalStartsWithDot, {}};
    if (typed.endsWith(u'.'))
        return Refusal{EmailFault::LocalEndsWithDot, {}};
    if (typed.contains(".."_L1))
        return Refusal{EmailFault::LocalDoubleDot, {}};

    if (isAscii(typed)) {
        const QString lowered = typed.toLower();
        return isRoleName(lowered) ? lowered : typed;
    }
    return typed.normalized(QString::NormalizationForm_C);
}

std::optional<Refusal> checkDots(const QString& domain)
{
    if (domain.startsWith(u'.'))
        return Refusal{EmailFault::DomainStartsWithDot, {}};
    if (domain.endsWith(u'.'))
        return Refusal{EmailFault::DomainEndsWithDot, {}};
    if (domain.contains(".."_L1))
        return Refusal{EmailFault::DomainDoubleDot, {}};
    if (domain.startsWith(u'-') || domain.endsWith(u'-') || domain.contains(".-"_L1) ||
        domain.contains("-."_L1))
        return Refusal{EmailFault::DomainHyphen, {}};
    return std::nullopt;
}

// One label of a domain in its form for the wire, or the reason why it has none.
Checked labelToAce(const QString& label)
{
    if (label.size() > 3 && label[2] == u'-' && label[3] == u'-' && !label.startsWith("xn--"_L1))
        return Refusal{EmailFault::DomainHyphens34, label};
    if (isAscii(label) && !label.startsWith("xn--"_L1)) {
        if (label.size() > maxLabelLetters)
            return Refusal{EmailFault::DomainLabelTooLong, label};
        return label;
    }
    const QByteArray ace = QUrl::toAce(label);
    // A label that cannot be turned back is punycode of nothing.
    if (!ace.isEmpty() && !QUrl::fromAce(ace, QUrl::IgnoreIDNWhitelist).startsWith("xn--"_L1))
        return QString::fromLatin1(ace);
    const bool tooLong = label.size() > 15 && std::all_of(label.begin(), label.end(), [](QChar c) {
                             return c.unicode() < 0x80 || !QUrl::toAce(QString(c)).isEmpty();
                         });
    return Refusal{tooLong ? EmailFault::DomainLabelTooLong : EmailFault::DomainInvalidCharacter,
                   label};
}

bool isReserved(const QString& topLevel)
{
    static constexpr std::array names = {"arpa"_L1,      "invalid"_L1, "local"_L1,
                                         "localhost"_L1, "onion"_L1,   "test"_L1};
    return std::any_of(names.begin(), names.end(),
                       [&](QLatin1StringView name) { return topLevel == name; });
}

// The domain for the wire; lower case.
Checked checkDomain(const QString& typed)
{
    if (typed.isEmpty())
        return Refusal{EmailFault::DomainEmpty, {}};
    if (typed.startsWith(u'['))
        return Refusal{EmailFault::DomainLiteral, typed};
    if (const auto unsafe = findUnsafe(typed))
        return *unsafe;

    QString domain = typed.toLower();
    if (!isAscii(domain)) {
        // UTS 46: full-width letters are letters, and an ideographic full stop is a dot.
        domain = domain.normalized(QString::NormalizationForm_KC).toLower();
        domain.replace(QChar(0x3002), u'.');
    }
    for (const QChar c : domain) {
        const char16_t unit = c.unicode();
        if (unit < 0x80 && !isAsciiLetterOrDigit(unit) && unit != u'-' && unit != u'.')
            return Refusal{EmailFault::DomainInvalidCharacter, QString(c)};
    }
    if (const auto fault = checkDots(domain))
        return *fault;

    QStringList wire;
    for (const QString& label : domain.split(u'.')) {
        Checked ace = labelToAce(label);
        if (std::holds_alternative<Refusal>(ace))
            return ace;
        wire.append(std::get<QString>(std::move(ace)));
    }
    if (wire.size() < 2)
        return Refusal{EmailFault::DomainNoDot, {}};
    domain = wire.join(u'.');
    if (domain.size() > maxDomainLetters)
        return Refusal{EmailFault::DomainTooLong, {}};
    if (wire.last().back().isDigit())
        return Refusal{EmailFault::DomainNumericTld, wire.last()};
    if (isReserved(wire.last()))
        return Refusal{EmailFault::DomainReserved, wire.last()};
    return domain;
}

struct Pasted
{
    QString displayName;
    QString address;
};

Pasted splitDisplayName(const QString& typed)
{
    const qsizetype open = typed.lastIndexOf(u'<');
    if (open < 0 || !typed.endsWith(u'>'))
        return {.displayName = {}, .address = typed};
    QString name = typed.left(open).trimmed();
    if (name.size() >= 2 && name.startsWith(u'"') && name.endsWith(u'"'))
        name = name.mid(1, name.size() - 2).replace("\\\""_L1, "\""_L1).trimmed();
    return {.displayName = name, .address = typed.mid(open + 1).chopped(1).trimmed()};
}

std::optional<Refusal> checkAtSigns(const QString& address)
{
    const qsizetype ats = address.count(u'@');
    if (ats == 1)
        return std::nullopt;
    if (ats == 0)
        return Refusal{EmailFault::NoAt, {}};
    if (address.startsWith(u'"'))
        return Refusal{EmailFault::LocalQuoted, {}};
    return Refusal{EmailFault::SeveralAts, {}};
}

} // namespace

QString code(EmailFault fault)
{
    static constexpr std::array names = {
        "empty"_L1,
        "no_at"_L1,
        "several_ats"_L1,
        "local_empty"_L1,
        "local_starts_with_dot"_L1,
        "local_ends_with_dot"_L1,
        "local_double_dot"_L1,
        "local_invalid_character"_L1,
        "local_quoted"_L1,
        "domain_empty"_L1,
        "domain_no_dot"_L1,
        "domain_starts_with_dot"_L1,
        "domain_ends_with_dot"_L1,
        "domain_double_dot"_L1,
        "domain_hyphen"_L1,
        "domain_hyphens_34"_L1,
        "domain_invalid_character"_L1,
        "domain_label_too_long"_L1,
        "domain_too_long"_L1,
        "domain_literal"_L1,
        "domain_numeric_tld"_L1,
        "domain_reserved"_L1,
        "unsafe_character"_L1,
        "too_long"_L1,
    };
    static_assert(names.size() == size_t(EmailFault::TooLong) + 1);
    return u"email."_s + names.at(size_t(fault));
}

std::variant<Email, Email::Refusal> Email::parse(const QString& typed)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return Refusal{EmailFault::Empty, {}};
    if (text.size() > maxTyped)
        return Refusal{EmailFault::TooLong, {}};

    Pasted pasted = splitDisplayName(text);
    if (pasted.address.isEmpty())
        return Refusal{EmailFault::Empty, {}};
    if (const auto fault = checkAtSigns(pasted.address))
        return *fault;

    const qsizetype at = pasted.address.indexOf(u'@');
    const Checked local = checkLocal(pasted.address.left(at));
    if (const auto* refusal = std::get_if<Refusal>(&local))
        return *refusal;
    const Checked domain = checkDomain(pasted.address.mid(at + 1));
    if (const auto* refusal = std::get_if<Refusal>(&domain))
        return *refusal;

    const QString& wire = std::get<QString>(domain);
    const QString shown =
        wire.contains("xn--"_L1) ? QUrl::fromAce(wire.toLatin1(), QUrl::IgnoreIDNWhitelist) : wire;
    Email email;
    email.m_address = std::get<QString>(local) + u'@' + shown;
    email.m_displayName = std::move(pasted.displayName);
    const qsizetype wireBytes = std::get<QString>(local).toUtf8().size() + 1 + wire.size();
    if (std::max(wireBytes, email.m_address.toUtf8().size()) > maxAddressBytes)
        return Refusal{EmailFault::TooLong, {}};
    return email;
}

QString Email::comparisonKey(const QString& address)
{
    return address.toLower();
}

} // namespace clientele
