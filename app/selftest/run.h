// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/startoptions.h"

namespace clientele {

/// clientele --selftest, from the making of the application object to its end; the exit status.
int runSelfTest(int& argc, char** argv);

} // namespace clientele
