// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/arguments.h"
#include "core/services/importplan.h"

#include <QTemporaryFile>

#include <memory>

namespace clientele {
class Book;
}

namespace clientele::ctl {

class Context;

/// What the command line says of an import.
struct ImportChoices
{
    ImportPlan plan; ///< without the format and the mapping
    QList<FieldMapping> mapping;
    QByteArray encoding; ///< empty where it is to be found
    char delimiter = 0;  ///< 0 where it is to be found

    static Result<ImportChoices> from(const Arguments& arguments);
};

/// A plan with everything found that was not said.
struct ImportSetup
{
    ImportPlan plan;
    std::unique_ptr<QTemporaryFile> standardInput; ///< what came in by "-", since it is read twice
};

/// Looks at the file. The error names the columns where one is missing.
Result<ImportSetup> prepareImport(Context& context, Book& book, const ImportChoices& choices);

} // namespace clientele::ctl
