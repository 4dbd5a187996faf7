// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"

#include <vector>

namespace clientele {

/// Some of the customers of a query, without holding them: by their numbers where they are few, as
/// stretches of the query's order where they may be millions.
struct CustomerSelection
{
    struct Range
    {
        PageRequest begin; ///< Offset or From; where the first one stands
        qint64 count = 0;
    };

    std::vector<CustomerId> ids; ///< in the order of the query, whichever stands here first
    std::vector<Range> ranges;   ///< one after the other, behind the ids
};

} // namespace clientele
