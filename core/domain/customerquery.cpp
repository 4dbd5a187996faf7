// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/customerquery.h"

namespace clientele {

bool CustomerQuery::matchesAll() const
{
    return text.trimmed().isEmpty() && active == ActiveFilter::All && created.isOpen() &&
           updated.isOpen();
}

} // namespace clientele
