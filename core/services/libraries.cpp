// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/libraries.h"

#include "core/db/libraryversions.h"

using namespace Qt::StringLiterals;

namespace clientele {

QList<Library> databaseLibraries()
{
    QList<Library> libraries{{u"SQLite"_s, sqliteLibraryVersion()},
                             {u"libpq"_s, postgresLibraryVersion()}};
    if (const QString tls = postgresEncryption(); !tls.isEmpty())
        libraries << Library{u"TLS of libpq"_s, tls};
    return libraries;
}

} // namespace clientele
