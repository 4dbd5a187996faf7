// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/servicefile.h"

#include "core/config/libpqfiles.h"

#include <QFile>
#include <QStringList>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1 << 20;

QStringList places(const QProcessEnvironment& process)
{
    const QString own = serviceFileOf(process);
    QStringList paths;
    if (process.contains(u"PGSERVICEFILE"_s))
        paths << process.value(u"PGSERVICEFILE"_s);
    else if (!own.isEmpty())
        paths << own;
    if (process.contains(u"PGSYSCONFDIR"_s))
        paths << process.value(u"PGSYSCONFDIR"_s) + u"/pg_service.conf"_s;
    return paths;
}

bool readService(const QString& path, const QString& service, ServiceFile& found)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return false;
    bool inside = false;
    for (int number = 1; !file.atEnd(); ++number) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith(u'[')) {
            if (inside)
                break;
            inside = line == u'[' + service + u']';
            continue;
        }
        const QString keyword = line.section(u'=', 0, 0);
        if (inside && line.contains(u'=') && !found.settings.contains(keyword))
            found.settings.insert(keyword, {.value = line.section(u'=', 1), .line = number});
    }
    if (inside)
        found.path = path;
    return inside;
}

} // namespace

ServiceFile ServiceFile::find(const QString& service, const QProcessEnvironment& process)
{
    ServiceFile found;
    if (service.isEmpty())
        return found;
    for (const QString& path : places(process)) {
        if (readService(path, service, found))
            break;
    }
    return found;
}

} // namespace clientele
