// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerselection.h"
#include "core/domain/exportformat.h"

namespace clientele {

/// Everything an export is told beforehand.
struct ExportPlan
{
    QString file; ///< a path, or "-" for standard output; packed by gzip where it ends with ".gz"
    ExportStyle style;
    CustomerQuery query;
    std::optional<CustomerSelection> selection; ///< of the query; nullopt is all of it
    qint64 expectedRows = 0;                    ///< for the progress; 0 where unknown
};

} // namespace clientele
