// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <variant>

namespace clientele {

/// Why an e-mail address is refused. Rules as in email-validator 2.3 and RFC 5321, 5322, 6531;
/// core/services/wording.h has the sentence for each.
enum class EmailFault
{
    Empty,
    NoAt,
    SeveralAts,
    LocalEmpty,
    LocalStartsWithDot,
    LocalEndsWithDot,
    LocalDoubleDot,
    LocalInvalidCharacter,
    LocalQuoted,
    DomainEmpty,
    DomainNoDot,
    DomainStartsWithDot,
    DomainEndsWithDot,
    DomainDoubleDot,
    DomainHyphen,    ///< beside a dot, the @ or the end
    DomainHyphens34, ///< "??--" that is not "xn--"
    DomainInvalidCharacter,
    DomainLabelTooLong,
    DomainTooLong,
    DomainLiteral, ///< [127.0.0.1]
    DomainNumericTld,
    DomainReserved,  ///< arpa, invalid, local, localhost, onion, test
    UnsafeCharacter, ///< control, zero width, surrogate
    TooLong,         ///< more than 254 bytes
};

/// The fault's name in rejects files and JSON: "email.no_at" and so on.
QString code(EmailFault fault);

/// An e-mail address in its normal form: domain in lower case, NFC, punycode shown as Unicode; the
/// local part as typed, but for role names such as POSTMASTER.
class Email final
{
public:
    struct Refusal
    {
        EmailFault fault;
        QString detail; ///< the character or part that is at fault; may be empty
    };

    /// Takes surrounding blanks and "Name <address>" as people paste them.
    static std::variant<Email, Refusal> parse(const QString& typed);

    [[nodiscard]] const QString& toString() const { return m_address; }
    /// The name of "Name <address>", or empty.
    [[nodiscard]] const QString& displayName() const { return m_displayName; }

    /// What two addresses are compared by: the whole address in lower case.
    static QString comparisonKey(const QString& address);

    bool operator==(const Email&) const = default;

private:
    QString m_address;
    QString m_displayName;
};

} // namespace clientele
