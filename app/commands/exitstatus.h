// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace clientele {
struct Error;
}

namespace clientele::ctl {

/// What clientelectl ends with. Scripts rely on these numbers.
enum ExitStatus
{
    Done = 0,
    Failed = 1,
    WrongUsage = 2,
    SomeRejected = 3, ///< done, but some rows were rejected
    NoConnection = 4,
    NotFound = 5,
    Conflict = 6,
};

ExitStatus statusOf(const Error& error);

} // namespace clientele::ctl
