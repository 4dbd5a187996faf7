// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/libraryversions.h"

#include <libpq-fe.h>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace clientele {

QString sqliteLibraryVersion()
{
    return QString::fromLatin1(sqlite3_libversion());
}

QString postgresLibraryVersion()
{
    // PostgreSQL's manual, 34.12: 150018 is 15.18.
    const int version = PQlibVersion();
    return u"%1.%2"_s.arg(version / 10000).arg(version % 10000);
}

QString postgresEncryption()
{
    return QString::fromLatin1(PQsslAttribute(nullptr, "library"));
}

} // namespace clientele
