// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clientele {

/// Where an instance of this name is reached: a path, or a pipe's name on Windows.
QString socketAddress(const QString& name);

/// Lets another process take the place in front, which the system gave to this one as it started.
void letOthersComeForward();

} // namespace clientele
