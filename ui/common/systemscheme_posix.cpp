// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/systemscheme.h"

#include "ui/common/portalscheme.h"

namespace clientele {

SystemScheme::SystemScheme(QObject* parent) : QObject(parent)
{
    const auto* portal = new PortalScheme(this);
    connect(portal, &PortalScheme::darkChanged, this, &SystemScheme::darkChanged);
}

} // namespace clientele
