// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/connectionsettings.h"

namespace clientele {

using namespace Qt::StringLiterals;

QString ConnectionSettings::location() const
{
    if (engine == Engine::Sqlite)
        return file;

    QString text = user.isEmpty() ? QString() : user + u'@';
    if (host.isEmpty())
        text += u"localhost"_s;
    else if (host.contains(u':') && !host.contains(u',') && !host.startsWith(u'['))
        text += u'[' + host + u']'; // IPv6: its colons are not a port's
    else
        text += host;
    if (port != 0)
        text += u':' + QString::number(port);
    if (!database.isEmpty())
        text += u'/' + database;
    return text;
}

} // namespace clientele
