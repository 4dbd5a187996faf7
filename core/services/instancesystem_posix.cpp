// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/instancesystem.h"

#include "core/config/folders.h"

#include <QDir>

namespace clientele {

QString socketAddress(const QString& name)
{
    return QDir(folders::runtime()).filePath(name);
}

void letOthersComeForward()
{
    // The desktop's token, which goes along with the request, does it.
}

} // namespace clientele
