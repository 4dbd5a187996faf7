// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/instancesystem.h"

#include <windows.h>

namespace clientele {

QString socketAddress(const QString& name)
{
    return name;
}

void letOthersComeForward()
{
    AllowSetForegroundWindow(ASFW_ANY);
}

} // namespace clientele
