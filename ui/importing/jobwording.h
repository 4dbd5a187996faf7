// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importplan.h"
#include "core/services/job.h"
#include "ui/importing/jobrecord.h"

#include <QString>

#include <optional>

namespace clientele {

/// What is said of a job while it runs and when it has ended, the same in the status bar, the list
/// and the dialogs.
namespace jobwording {

/// Whole percent, rounded down; nullopt where the end is not known.
std::optional<int> percent(const JobProgress& progress);
/// "43 % · 92,000 rows/s · 6 s left"
QString progress(const JobProgress& progress);
/// "12.4 of 45.1 MB · 92,000 rows"
QString amount(const JobProgress& progress);
/// "less than a second", "6 s", "2 min 10 s", "1 h 5 min"
QString duration(double seconds);
/// "1,868 new · 12 updated · 103 rejected"; zeros are left out.
QString counts(const ImportReport& report);
/// What becomes of an import that does not get to its end; empty where nothing else was chosen.
QString terms(const ImportPlan& plan);
/// "Import of customers.csv"
QString title(const Job& job);
/// One sentence on how it ended, or how far it is.
QString summary(const Job& job);
/// True where it ended before its end.
bool wentWrong(const Job& job);

// The same of one that has ended.
QString title(const JobRecord& record);
QString summary(const JobRecord& record);
bool wentWrong(const JobRecord& record);

} // namespace jobwording
} // namespace clientele
