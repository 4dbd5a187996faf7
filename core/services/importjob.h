// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importplan.h"
#include "core/services/job.h"

#include <memory>

namespace clientele {

class Book;

/// Reads a file, checks each row and writes it to a book, in threads of its own. Memory is flat for
/// any file. The book must outlive the job.
///
/// Paused, it holds no lock, for it stops between two transactions; but where all is one, what it
/// has written stays locked, and on SQLite nobody else can write meanwhile: holdsLocks() says so.
class ImportJob final : public Job
{
    Q_OBJECT

public:
    /// Starts at once.
    ImportJob(Book& book, const ImportPlan& plan, QObject* parent = nullptr);
    /// Cancels, and waits for the threads.
    ~ImportJob() override;

    [[nodiscard]] QString title() const override;
    void cancel() override;
    [[nodiscard]] bool canPause() const override { return !isFinished(); }
    [[nodiscard]] bool isPaused() const override;
    void setPaused(bool paused) override;
    [[nodiscard]] bool holdsLocks() const;

    [[nodiscard]] const ImportPlan& plan() const;
    /// The counts so far, and the whole report once finished.
    [[nodiscard]] const ImportReport& importReport() const;

private:
    void takeProgress();
    void end(const Result<>& result);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace clientele
