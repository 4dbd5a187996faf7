// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/importresume.h"

#include "app/commands/context.h"
#include "core/services/book.h"
#include "core/services/importcheckpoints.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

Result<ImportPlan> planToResume(Context& context, Book& book, const QString& file)
{
    const auto imports = context.wait(unfinishedImports(book));
    if (!imports)
        return imports.error();
    const QString path = QFileInfo(file).absoluteFilePath();
    for (auto import = imports->crbegin(); import != imports->crend(); ++import) {
        if (import->plan.file == path)
            return import->obstacle ? Result<ImportPlan>(*import->obstacle) : import->plan;
    }
    return Error{.kind = ErrorKind::NotFound,
                 .message = u"There is no unfinished import of this file."_s,
                 .subject = file,
                 .code = u"import.none"_s};
}

} // namespace clientele::ctl
