// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timestamp.h"
#include "core/services/importplan.h"

#include <QJsonObject>

#include <optional>

namespace clientele {

class Job;

/// An import or export that has ended, as the list keeps it from one session to the next.
struct JobRecord
{
    QString name; ///< of the file, without its folder
    QString file; ///< its whole path
    Timestamp endedAt;
    std::optional<ImportReport> report; ///< of an import; with its first hundred rejects
    qint64 customers = 0;               ///< that an export wrote
    std::optional<Error> error;         ///< why an export wrote nothing

    /// @p job has finished.
    static JobRecord of(const Job& job);

    [[nodiscard]] QJsonObject toJson() const;
    /// nullopt where it is none.
    static std::optional<JobRecord> fromJson(const QJsonObject& json);
};

} // namespace clientele
