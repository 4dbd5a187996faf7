// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QObject>
#include <QString>

#include <optional>

namespace clientele {

struct JobProgress
{
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0; ///< 0 where unknown
    qint64 rows = 0;
    double rowsPerSecond = 0;
    std::optional<double> secondsLeft;
    bool isClosing = false; ///< all rows are read; what is left cannot be told in rows
};

/// Long work in the background. Lives in the thread that made it; its signals arrive there, at most
/// some twenty times a second.
class Job : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Job)

public:
    ~Job() override = default;

    [[nodiscard]] virtual QString title() const = 0; ///< a file's name: "customers.csv"
    [[nodiscard]] const JobProgress& progress() const { return m_progress; }
    [[nodiscard]] bool isFinished() const { return m_finished; }

    /// Ends the work within a second, with nothing half-done; finished() still comes.
    virtual void cancel() = 0;

    [[nodiscard]] virtual bool canPause() const { return false; }
    [[nodiscard]] virtual bool isPaused() const { return false; }
    /// Stops the work between two steps, and lets it go on. What is done stays done.
    virtual void setPaused(bool) {}

Q_SIGNALS:
    void progressed();
    void finished();

protected:
    using QObject::QObject;
    void report(const JobProgress& progress);
    void finish();

private:
    JobProgress m_progress;
    bool m_finished = false;
};

} // namespace clientele
