// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/bulkwriter.h"
#include "core/services/importchunk.h"
#include "core/services/importcreatedlines.h"
#include "core/services/importplan.h"
#include "core/services/importrejects.h"

#include <optional>

namespace clientele {

class ImportCheckpoint;

/// Writes an import's chunks to a database and keeps its report. Used in the session's thread.
///
/// What a chunk's rows became is counted, its rejects are written, and the checkpoint is set within
/// the transaction that writes them, so that all of it is true of the same rows whenever the
/// program, the server or the line between them dies.
class ImportWriter final
{
    Q_DISABLE_COPY_MOVE(ImportWriter)

public:
    /// All must outlive the writer. @p checkpoint is that of an import that is gone on with, or
    /// null.
    ImportWriter(Session& session, const CustomerTable& table, const ImportPlan& plan,
                 std::unique_ptr<ImportCheckpoint> checkpoint);
    ~ImportWriter();

    /// Before the first chunk. @p columns and @p width are the source's.
    Result<> begin(const QStringList& columns, size_t width);
    /// Counts what is done. An error means that the import has ended; nothing of this chunk, or
    /// with ErrorPolicy::Stop nothing behind the reject, was written.
    Result<> write(const ImportChunk& chunk);
    /// Commits where all is one transaction, and closes the rejects file. @p ended is why the
    /// import did not get to the end of the file.
    void finish(std::optional<Error> ended);

    [[nodiscard]] const ImportReport& report() const { return m_report; }

private:
    using Verdicts = BulkWriter::Verdicts;
    using Drafts = std::span<const CustomerDraft>;

    Result<> openRejects(const QStringList& columns, size_t width);
    [[nodiscard]] std::span<const QString> textsOf(Drafts drafts) const;
    Result<> writeInOne();
    Result<> writeDrafts(Drafts drafts, const BulkWriter::Conclusion& conclude);
    Result<> writeUpToReject(Drafts drafts, const std::optional<BulkVerdict>& behind = {});
    Result<> writeUpToFault(Drafts drafts, Error fault);
    Result<> conclude(const Verdicts& verdicts);
    Result<> count(const Verdicts& verdicts);
    Result<> reject(const ImportChunk::Row& row, const Reject& reject);
    [[nodiscard]] bool isReject(const BulkVerdict& verdict) const;
    [[nodiscard]] Reject rejectOf(const BulkVerdict& verdict, const ImportChunk::Row& row,
                                  const CustomerDraft& draft);
    void forgetWritten();
    void endCheckpoint();

    Session& m_session;
    const CustomerTable& m_table;
    const ImportPlan& m_plan;
    const bool m_oneTransaction;
    BulkWriter m_bulk;
    RejectsFile m_rejects;
    CreatedLines m_created;
    std::unique_ptr<ImportCheckpoint> m_checkpoint;
    ImportReport m_report;

    // Of the chunk being written
    const ImportChunk* m_chunk = nullptr;
    ImportReport m_counted; ///< m_report once it is committed
};

} // namespace clientele
