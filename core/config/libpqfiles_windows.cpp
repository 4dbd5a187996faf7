// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/libpqfiles.h"

#include <QDir>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

QString inFolder(const QProcessEnvironment& process, const QString& name)
{
    const QString folder = process.value(u"APPDATA"_s);
    return folder.isEmpty() ? QString()
                            : QDir::fromNativeSeparators(folder) + u"/postgresql/"_s + name;
}

} // namespace

QString passwordFileOf(const QProcessEnvironment& process)
{
    return inFolder(process, u"pgpass.conf"_s);
}

QString serviceFileOf(const QProcessEnvironment& process)
{
    return inFolder(process, u".pg_service.conf"_s);
}

} // namespace clientele
