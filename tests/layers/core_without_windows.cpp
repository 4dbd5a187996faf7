// SPDX-License-Identifier: GPL-3.0-or-later
// Linked with every object of the core, and not with Gui or Widgets: that this program exists
// proves that the core needs neither. That it ends well proves that no library brings them in by
// another way.
#include <QFile>

int main()
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    if (!maps.open(QIODevice::ReadOnly))
        return 0; // not Linux
    const QByteArray libraries = maps.readAll();
    if (!libraries.contains("Qt6Core"))
        return 2; // linked statically: this would prove nothing
    return libraries.contains("Qt6Gui") || libraries.contains("Qt6Widgets") ? 3 : 0;
}
