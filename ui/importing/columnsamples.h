// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importpreview.h"
#include "ui/common/sectionlabel.h"

#include <QString>

namespace clientele {

/// What a field becomes, as the columns step says it.
struct ColumnSample
{
    TextRole role = TextRole::Ok;
    QString mark; ///< where it comes from, or what is wrong
    QString text; ///< three values; may be empty
};

ColumnSample sampleOf(const ImportPreview& preview, const FieldMapping& mapping);

} // namespace clientele
