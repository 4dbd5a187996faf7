// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/wording.h"

#include <QCoreApplication>

namespace clientele::wording {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

// A character as it can be shown: a blank has a name.
QString shown(const QString& character)
{
    return character == QStringLiteral(" ") ? Words::tr("a blank") : character;
}

} // namespace

QString sentence(const Email::Refusal& refusal)
{
    using enum EmailFault;
    switch (refusal.fault) {
    case Empty:
        return Words::tr("The e-mail address is missing.");
    case NoAt:
        return Words::tr("An e-mail address needs an @, as in name@example.com.");
    case SeveralAts:
        return Words::tr("An e-mail address has only one @.");
    case LocalEmpty:
        return Words::tr("There must be something before the @.");
    case LocalStartsWithDot:
        return Words::tr("An e-mail address cannot start with a dot.");
    case LocalEndsWithDot:
        return Words::tr("There cannot be a dot right before the @.");
    case LocalDoubleDot:
        return Words::tr("There cannot be two dots in a row before the @.");
    case LocalInvalidCharacter:
        return Words::tr("The part before @ cannot have this in it: %1").arg(shown(refusal.detail));
    case LocalQuoted:
        return Words::tr("The part before @ cannot be in quotes.");
    case DomainEmpty:
        return Words::tr("There must be something after the @.");
    case DomainNoDot:
        return Words::tr("The part after @ needs a dot, as in example.com.");
    case DomainStartsWithDot:
        return Words::tr("There cannot be a dot right after the @.");
    case DomainEndsWithDot:
        return Words::tr("An e-mail address cannot end with a dot.");
    case DomainDoubleDot:
        return Words::tr("There cannot be two dots in a row after the @.");
    case DomainHyphen:
        return Words::tr("After the @, a hyphen must stand between letters or digits.");
    case DomainHyphens34:
        return Words::tr(
                   "The part after @ cannot have two hyphens as its third and fourth letter: %1")
            .arg(refusal.detail);
    case DomainInvalidCharacter:
        return Words::tr("The part after @ cannot have this in it: %1").arg(shown(refusal.detail));
    case DomainLabelTooLong:
        return Words::tr("After the @, no part between dots can be longer than 63 letters.");
    case DomainTooLong:
        return Words::tr("The part after @ is too long.");
    case DomainLiteral:
        return Words::tr("The part after @ must be a name, not an address in brackets.");
    case DomainNumericTld:
        return Words::tr("The ending %1 does not exist. An address ends in letters, as in .com.")
            .arg(refusal.detail);
    case DomainReserved:
        return Words::tr("Addresses that end in .%1 do not reach anybody.").arg(refusal.detail);
    case UnsafeCharacter:
        return Words::tr(
                   "The address has a character in it that cannot be seen (%1). Type it again.")
            .arg(refusal.detail);
    case TooLong:
        return Words::tr("The e-mail address is too long.");
    }
    return {};
}

} // namespace clientele::wording
