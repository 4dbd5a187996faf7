// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace clientele {

/// How the moments of a column are written, as far as its first rows tell.
struct FoundMoments
{
    QString format; ///< for MomentReader; empty where none reads most of them
    /// Every value could be read with day and month the other way round as well.
    bool isAmbiguous = false;
    QStringList unread; ///< the first of those that it does not read
};

/// Decided by all of @p values, not by the first: "3/14/2026" says how "3/2/2026" is meant. Where
/// they leave it open, points and dashes mean that the day comes first, and slashes what is
/// customary in this computer's region. Empty values say nothing.
FoundMoments findMoments(const QStringList& values);

/// Whether the region writes the month before the day.
bool monthComesFirstHere();

} // namespace clientele
