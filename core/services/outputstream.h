// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"

#include <QFile>

#include <memory>

namespace clientele {

/// Standard output ("-"), a pipe, a terminal or a device. Nobody may ever read what is written to
/// it: waiting for a reader ends with @p cancellation. Not open where that failed; its error tells
/// why.
std::unique_ptr<QFile> openOutputStream(const QString& name,
                                        const std::shared_ptr<const Cancellation>& cancellation);

/// In the calling thread, a reader of the pipe that went away shall be an error, not the end of the
/// program.
void outliveClosedPipes();

} // namespace clientele
