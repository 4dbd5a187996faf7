// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/exportplan.h"
#include "core/services/job.h"

#include <memory>

namespace clientele {

class Book;

/// Streams customers, in the order of their query and all as of one moment, to a file that is
/// written beside and renamed at the end: a failed export leaves no half a file. The book must
/// outlive the job.
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
