// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"
#include "core/result.h"

#include <QString>

#include <memory>

class QFileDevice;
class QIODevice;

namespace clientele {

class GzipDevice;

/// Where an export goes: a file that is written beside and takes its name at the end, when all of
/// it is on the disk; or standard output, a pipe or a device, which is written to as it is. What is
/// not committed leaves nothing behind, and a file that was there as it was.
class ExportTarget final
{
    Q_DISABLE_COPY_MOVE(ExportTarget)

public:
    /// @p file as in ExportPlan. Waiting for the reader of a pipe ends with @p cancellation.
    static Result<std::unique_ptr<ExportTarget>>
    open(const QString& file, const std::shared_ptr<const Cancellation>& cancellation);
    ~ExportTarget();

    /// Whether an export that failed can be written once more from the start.
    static bool isReplaceable(const QString& file);

    [[nodiscard]] QIODevice& device() const;
    /// Where there is room for what is temporary; empty is the system's folder.
    [[nodiscard]] const QString& folder() const { return m_folder; }

    Result<> commit();

private:
    explicit ExportTarget(std::shared_ptr<const Cancellation> cancellation);

    std::shared_ptr<const Cancellation> m_cancellation;
    std::unique_ptr<QFileDevice> m_file;
    std::unique_ptr<GzipDevice> m_gzip;
    QString m_folder;
};

} // namespace clientele
