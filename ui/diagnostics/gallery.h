// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"
#include "ui/common/gallerystate.h"

#include <QList>

namespace clientele {

/// The states of the diagnostics dialog, over a book with the sample customers.
QList<GalleryState> diagnosticsStates(const ConnectionSettings& samples);

} // namespace clientele
