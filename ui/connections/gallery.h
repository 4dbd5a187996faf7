// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/gallerystate.h"

#include <QList>

namespace clientele {

class Book;

/// The states of the connections dialog, over the profiles of whoever runs it: set the test mode of
/// QStandardPaths before, and save sampleProfiles(). @p empty is a book without tables.
QList<GalleryState> connectionStates(Book& empty);

/// Puts sample profiles into the profiles file. Blocks.
void saveSampleProfiles();

} // namespace clientele
