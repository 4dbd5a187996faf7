// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerselection.h"

#include <QList>

namespace clientele {

/// What a table of customers has to be exported, at the moment when that is asked.
struct ExportOffer
{
    CustomerQuery view;                     ///< what the table shows, in its order
    qint64 viewCount = -1;                  ///< -1 where not counted yet, here and below
    qint64 bookCount = -1;                  ///< all customers there are
    CustomerSelection selection = {};       ///< of the view
    qint64 selectedCount = 0;               ///< 0 where nothing less than the view is selected
    QList<CustomerField> shownColumns = {}; ///< of the table, from left to right
};

enum class ExportScope
{
    Book,
    View,
    Selection
};

} // namespace clientele
