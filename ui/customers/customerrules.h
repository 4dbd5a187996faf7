// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"
#include "core/result.h"
#include "core/services/bookinfo.h"

#include <QString>

namespace clientele {

/// Why what was typed cannot be saved, field by field, in words; empty where it can.
struct FieldProblems
{
    QString name;
    QString email;
    QString phone;

    [[nodiscard]] bool any() const
    {
        return !name.isEmpty() || !email.isEmpty() || !phone.isEmpty();
    }
};

namespace rules {

/// Only fields that differ from @p base are judged: what is in the table stays as it was found.
FieldProblems check(const Customer& base, const Customer& mine, const BookInfo& limits);

/// The fields that differ from @p base in the form in which they are saved: blanks around them
/// gone, the address in its normal form, an empty phone number as none.
Customer normalized(const Customer& base, Customer mine);

/// A remark on a phone number that is kept all the same; may be empty.
QString phoneRemark(const QString& typed);

/// True where nothing was reached, and nothing changed: it can be done once there is a connection.
bool meansNoConnection(const Error& error);

} // namespace rules
} // namespace clientele
