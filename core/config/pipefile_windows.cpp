// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/pipefile.h"

namespace clientele {

using namespace Qt::StringLiterals;

/// Pipes have no place among Windows' files, and nobody serves a .env by them there.
Result<QByteArray> readPipe(const QString& path, qint64, std::chrono::milliseconds)
{
    return Error{.kind = ErrorKind::File, .message = u"This is no file."_s, .subject = path};
}

} // namespace clientele
