// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace clientele {

/// What a book's connection pool holds and has done so far.
struct PoolStatistics
{
    // Now
    int size = 0;     ///< connections kept open at most; 0 is no limit
    int overflow = 0; ///< more than that at most, while there is work; -1 is no limit
    int idle = 0;     ///< open, with nothing to do
    int busy = 0;     ///< handed out
    int bulk = 0;     ///< of those, to bulk work
    int waiting = 0;  ///< work that waits for one

    // Since the book was opened
    qint64 checkouts = 0;
    qint64 opened = 0;
    qint64 failed = 0;      ///< could not be opened
    qint64 closed = 0;      ///< for whatever reason
    qint64 recycled = 0;    ///< of those, for their age
    qint64 invalidated = 0; ///< of those, because they or their like were found dead
    qint64 resets = 0;      ///< came back with a transaction open, which was rolled back
    qint64 timeouts = 0;    ///< work that got none in time

    bool operator==(const PoolStatistics&) const = default;
};

} // namespace clientele
