// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customertable.h"
#include "core/db/session.h"
#include "core/domain/customer.h"

#include <QStringList>

#include <vector>

namespace clientele {

enum class LookUp
{
    Read,
    Hold, ///< the rows stay as they are until the transaction ends (PostgreSQL; SQLite has one
          ///< writer)
};

/// Who has one of @p emails: in any case where the table has an index for that, else as typed or in
/// lower case. One round trip, or one for each 500 where the engine has no arrays.
Result<std::vector<Customer>> findByEmails(Session& session, const CustomerTable& table,
                                           const QStringList& emails, LookUp lookUp = LookUp::Read);

} // namespace clientele
