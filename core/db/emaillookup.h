// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customertable.h"
#include "core/db/session.h"
#include "core/domain/customer.h"

#include <QHash>
#include <QStringList>

namespace clientele {

/// Who has one of @p emails, by Email::comparisonKey(): in any case where the table has an index
/// for that, else as typed or in lower case. A round trip for each 500 addresses; changes nothing.
Result<QHash<QString, Customer>> findByEmails(Session& session, const CustomerTable& table,
                                              const QStringList& emails);

} // namespace clientele
