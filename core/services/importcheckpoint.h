// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customertable.h"
#include "core/db/importledger.h"
#include "core/services/importplan.h"

#include <QLockFile>

#include <memory>

namespace clientele {

/// How far an import got.
struct ImportProgress
{
    ImportReport report; ///< its numbers alone
    qint64 bytesDone = 0;
    quint64 digest = 0; ///< of the rows up to here: ImportChunk::digest
    QString rejectsFile;
    qint64 rejectsBytes = 0; ///< of that file, that belong to these rows

    [[nodiscard]] QString toText() const;
    static std::optional<ImportProgress> fromText(const QString& text);
};

/// What an import under way writes into the book with each chunk, so that it can be gone on with
/// should it be killed. The file must be the same then: its size, its time, and what was read.
class ImportCheckpoint final
{
public:
    /// Begins one; null where this import keeps none: it is all or nothing, or a rehearsal, its
    /// input cannot be read twice, the book is not of our newest revision, or this user may not.
    static std::unique_ptr<ImportCheckpoint> begin(Session& session, const CustomerTable& table,
                                                   const ImportPlan& plan);
    /// That of the import that @p plan resumes.
    static Result<std::unique_ptr<ImportCheckpoint>> resume(Session& session,
                                                            const ImportPlan& plan);

    [[nodiscard]] const ImportProgress& progress() const { return m_progress; }

    /// Within the transaction of the rows.
    Result<> advance(Session& session, const ImportProgress& progress);
    /// The transaction was committed.
    void keep() { m_progress = m_next; }
    /// The import is finished.
    Result<> remove(Session& session) { return importledger::remove(session, m_entry.id); }

    /// Whether a program on this machine is at work on it.
    static bool isUnderWay(const QString& id);
    /// InvalidInput where the file of @p entry is not what it was.
    static std::optional<Error> fileFault(const importledger::Entry& entry);
    static QString thisMachine();

private:
    explicit ImportCheckpoint(importledger::Entry entry);

    importledger::Entry m_entry;
    std::unique_ptr<QLockFile> m_lock; ///< tells other programs that this one lives
    ImportProgress m_progress;
    ImportProgress m_next;
};

} // namespace clientele
