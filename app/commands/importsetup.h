// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/importchoices.h"

#include <QTemporaryFile>

#include <memory>

namespace clientele {
class Book;
}

namespace clientele::ctl {

class Context;

/// A plan with everything found that was not said.
struct ImportSetup
{
    ImportPlan plan;
    std::unique_ptr<QTemporaryFile> standardInput; ///< what came in by "-", since it is read twice
};

/// Looks at the file. The error names the columns where one is missing.
Result<ImportSetup> prepareImport(Context& context, Book& book, const ImportChoices& choices);

} // namespace clientele::ctl
