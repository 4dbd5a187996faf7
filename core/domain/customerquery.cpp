// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/customerquery.h"

namespace clientele {

bool CustomerQuery::matchesAll() const
{
    return active == ActiveFilter::All && created.isOpen() && updated.isOpen() &&
           search().terms.isEmpty();
}

} // namespace clientele
