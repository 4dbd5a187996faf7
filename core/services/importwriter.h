// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/bulkwriter.h"
#include "core/services/importchunk.h"
#include "core/services/importcreatedlines.h"
#include "core/services/importplan.h"
#include "core/services/importrejects.h"

#include <functional>
#include <optional>

namespace clientele {

/// Writes an import's chunks to a database and keeps its report. Used in the session's thread.
class ImportWriter final
{
    Q_DISABLE_COPY_MOVE(ImportWriter)

public:
    /// All must outlive the writer.
    ImportWriter(Session& session, const CustomerTable& table, const ImportPlan& plan);

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
    using Verdicts = std::vector<BulkVerdict>;

    Result<Verdicts> writeDrafts(std::span<const CustomerDraft> drafts);
    Result<Verdicts> writeUpToReject(std::span<const CustomerDraft> drafts);
    Result<Verdicts> writeUpToFault(std::span<const CustomerDraft> drafts, Error fault);
    Result<> count(const ImportChunk& chunk, const Verdicts& verdicts);
    Result<> reject(const ImportChunk& chunk, const ImportChunk::Row& row, const Reject& reject);
    [[nodiscard]] bool isReject(const BulkVerdict& verdict) const;
    [[nodiscard]] Reject rejectOf(const BulkVerdict& verdict, const ImportChunk::Row& row,
                                  const CustomerDraft& draft);
    void forgetWritten();

    Session& m_session;
    const CustomerTable& m_table;
    const ImportPlan& m_plan;
    const bool m_oneTransaction;
    BulkWriter m_bulk;
    RejectsFile m_rejects;
    CreatedLines m_created;
    ImportReport m_report;
};

} // namespace clientele
