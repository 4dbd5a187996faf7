// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"

#include <QString>

namespace clientele {

/// Makes a book in @p file, and does with customers in it what people do: creates, searches, edits,
/// counts, deletes. The finding is a line for people.
Task<QString> checkBook(const QString& file);

} // namespace clientele
