// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/arguments.h"
#include "core/services/importplan.h"

namespace clientele {
class Book;
}

namespace clientele::ctl {

class Context;

/// The plan that goes on with the unfinished import of @p file into the book; the newest where
/// there are several. NotFound where there is none.
Result<ImportPlan> planToResume(Context& context, Book& book, const QString& file);

} // namespace clientele::ctl
