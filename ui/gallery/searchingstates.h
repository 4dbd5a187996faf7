// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/gallerystate.h"
#include "ui/gallery/mainwindowstates.h"

namespace clientele {

/// Filters, views and orders, in the window.
QList<GalleryState> searchingStates(const GallerySetting& setting);

} // namespace clientele
