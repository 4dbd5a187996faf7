// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/exitstatus.h"

#include "app/commands/arguments.h"
#include "core/result.h"

namespace clientele::ctl {

ExitStatus statusOf(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::ConnectionFailed:
    case ErrorKind::AuthenticationFailed:
    case ErrorKind::DatabaseMissing:
    case ErrorKind::ConnectionLost:
    case ErrorKind::OutcomeUnknown:
        return NoConnection;
    case ErrorKind::NotFound:
        return NotFound;
    case ErrorKind::Conflict:
    case ErrorKind::Duplicate:
        return Conflict;
    default:
        return isUsageError(error) ? WrongUsage : Failed;
    }
}

} // namespace clientele::ctl
