// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/gallerystate.h"

#include <QList>

namespace clientele {

class Book;
class Jobs;

/// The states of importing and exporting, with files made in @p folder. The jobs really run: @p
/// book has more customers afterwards. Both must outlive the widgets.
QList<GalleryState> importingStates(Book& book, Jobs& jobs, const QString& folder);

} // namespace clientele
