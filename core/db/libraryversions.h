// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace clientele {

// Of the libraries that are loaded, which may be newer than those that we were built with.

QString sqliteLibraryVersion();   ///< "3.40.1"
QString postgresLibraryVersion(); ///< "15.18"
/// "OpenSSL", or empty where this libpq encrypts nothing or does not say.
QString postgresEncryption();

} // namespace clientele
