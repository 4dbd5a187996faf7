// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

#include <QString>

namespace clientele::testing {

/// Everything about the customer table of @p session that a migration could change: its columns,
/// indexes and triggers, its rows, and what clientele_revision says. Two pictures are equal where
/// nothing was changed.
QString tablePicture(Session& session);

/// The first column of the answer, a row a line. Ends the test program where it fails.
QString ask(Session& session, const QString& sql);

/// Adds @p count customers, made by the database itself.
void addCustomers(Session& session, int count);

} // namespace clientele::testing
