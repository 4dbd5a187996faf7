// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/libpqfiles.h"

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

QString atHome(const QProcessEnvironment& process, const QString& name)
{
    const QString home = process.value(u"HOME"_s);
    return home.isEmpty() ? QString() : home + u'/' + name;
}

} // namespace

QString passwordFileOf(const QProcessEnvironment& process)
{
    return atHome(process, u".pgpass"_s);
}

QString serviceFileOf(const QProcessEnvironment& process)
{
    return atHome(process, u".pg_service.conf"_s);
}

} // namespace clientele
