// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/gallerystate.h"

#include <QList>

namespace clientele {

class Book;

/// The states of the connections dialog, over the profiles of whoever runs it: set the test mode of
/// QStandardPaths before, and saveSampleProfiles(). @p book is one that can be opened; its profile
/// is saved too. Blocks.
QList<GalleryState> connectionStates(const Book& book);

/// Puts sample profiles into the profiles file. Blocks.
void saveSampleProfiles();

} // namespace clientele
