// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"
#include "core/services/job.h"

#include <memory>

namespace clientele {

class Book;

enum class ExportFormat
{
    Csv,
    Json,
    JsonLines
};

struct ExportPlan
{
    QString file; ///< a path, or "-" for standard output
    ExportFormat format = ExportFormat::Csv;
    CustomerQuery query;
    qint64 expectedRows = 0; ///< for the progress; 0 where unknown
};

/// Streams the customers of a query, in its order, to a file that is written beside and renamed at
/// the end: a failed export leaves no half a file. The book must outlive the job.
class ExportJob final : public Job
{
    Q_OBJECT

public:
    /// Starts at once.
    ExportJob(Book& book, const ExportPlan& plan, QObject* parent = nullptr);
    ~ExportJob() override;

    [[nodiscard]] QString title() const override;
    void cancel() override;

    [[nodiscard]] const ExportPlan& plan() const;
    [[nodiscard]] qint64 rows() const;
    /// Why it failed or was cancelled; nullopt where all is written.
    [[nodiscard]] const std::optional<Error>& error() const;

private:
    void takeProgress();
    void end(const Result<>& result);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace clientele
