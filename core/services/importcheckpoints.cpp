// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importcheckpoints.h"

#include "core/services/book.h"
#include "core/services/bookengine.h"
#include "core/services/importcheckpoint.h"
#include "core/services/importplanjson.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace clientele {

namespace {

std::optional<UnfinishedImport> describe(const importledger::Entry& entry)
{
    const auto plan = importPlanFromJson(QJsonDocument::fromJson(entry.plan.toUtf8()).object());
    const auto progress = ImportProgress::fromText(entry.progress);
    if (!plan || !progress || ImportCheckpoint::isUnderWay(entry.id))
        return std::nullopt;
    UnfinishedImport import{.id = entry.id,
                            .plan = *plan,
                            .report = progress->report,
                            .bytesDone = progress->bytesDone,
                            .bytesTotal = QFileInfo(plan->file).size(),
                            .startedAt = entry.startedAt,
                            .obstacle = ImportCheckpoint::fileFault(entry)};
    import.plan.resumes = entry.id;
    return import;
}

} // namespace

Task<QList<UnfinishedImport>> unfinishedImports(Book& book)
{
    const auto table = book.engine()->table();
    if (!table->keepsImports)
        return Task<QList<UnfinishedImport>>::finished(QList<UnfinishedImport>());
    return book.engine()->executor().run(
        Lane::Interactive, Access::Read, [](Session& session) -> Result<QList<UnfinishedImport>> {
            const auto entries = importledger::list(session, ImportCheckpoint::thisMachine());
            if (!entries)
                return entries.error();
            QList<UnfinishedImport> imports;
            for (const auto& entry : *entries) {
                if (auto import = describe(entry))
                    imports += *std::move(import);
            }
            return imports;
        });
}

Task<std::monostate> forgetImport(Book& book, const QString& id)
{
    return book.engine()->executor().run(Lane::Interactive, Access::Write, [id](Session& session) {
        return importledger::remove(session, id);
    });
}

} // namespace clientele
