// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/gallerystate.h"

#include <QList>

#include <functional>

namespace clientele {

class JsonStore;
class SchemeController;
class StallMeter;

/// What the states of the main window are shown with: made-up books in a folder of their own.
struct GallerySetting
{
    /// One for each window: nothing typed in one shows in the next.
    std::function<JsonStore&()> newStore;
    SchemeController& scheme;
    StallMeter& meter;
    QString folder;
};

/// Makes the books. Blocks until they are there.
void makeGalleryBooks(const QString& folder);

QList<GalleryState> mainWindowStates(const GallerySetting& setting);

} // namespace clientele
