// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/customerrules.h"

#include "core/domain/email.h"
#include "core/domain/phone.h"
#include "core/services/wording.h"

#include <QCoreApplication>

namespace clientele {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(clientele::rules)
};

QString tooLong(const QString& text, int limit)
{
    // Databases count characters, not UTF-16 units.
    const auto length = text.toUcs4().size();
    if (limit <= 0 || length <= limit)
        return {};
    return Words::tr("Here is room for %n characters; these are %1.", nullptr, limit).arg(length);
}

} // namespace

FieldProblems rules::check(const Customer& base, const Customer& mine, const BookInfo& limits)
{
    FieldProblems problems;
    if (mine.name != base.name || !base.id.isValid()) {
        const QString name = mine.name.trimmed();
        problems.name = name.isEmpty() ? Words::tr("A customer needs a name.")
                                       : tooLong(name, limits.nameLimit);
    }
    if (mine.email != base.email || !base.id.isValid()) {
        const auto parsed = Email::parse(mine.email);
        if (const auto* refusal = std::get_if<Email::Refusal>(&parsed))
            problems.email = wording::sentence(*refusal);
        else
            problems.email = tooLong(std::get<Email>(parsed).toString(), limits.emailLimit);
    }
    if (mine.phone != base.phone && mine.phone)
        problems.phone = tooLong(mine.phone->trimmed(), limits.phoneLimit);
    return problems;
}

Customer rules::normalized(const Customer& base, Customer mine)
{
    if (mine.name != base.name)
        mine.name = mine.name.trimmed();
    if (mine.email != base.email) {
        const auto parsed = Email::parse(mine.email);
        if (const auto* email = std::get_if<Email>(&parsed))
            mine.email = email->toString();
    }
    if (mine.phone != base.phone && mine.phone)
        mine.phone = phone::normalized(*mine.phone);
    return mine;
}

QString rules::phoneRemark(const QString& typed)
{
    if (typed.trimmed().isEmpty() || phone::looksPlausible(typed))
        return {};
    return Words::tr("This does not look like a phone number. It is kept as typed.");
}

bool rules::meansNoConnection(const Error& error)
{
    return error.kind == ErrorKind::ConnectionLost || error.kind == ErrorKind::ConnectionFailed;
}

} // namespace clientele
