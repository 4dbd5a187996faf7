// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timestamp.h"

#include <QString>

class QDate;

namespace clientele {

/// Moments in the person's zone and locale.
namespace dates {

/// "2 Mar 2026", with day and month in the order of the locale.
QString day(const Timestamp& moment);
/// "1 May – 31 May 2024", as short as it can be said: "May 2024", "2024", "17 May 2024".
QString days(const QDate& first, const QDate& last);
/// "2 Mar 2026 14:05"
QString minute(const Timestamp& moment);
/// "just now", "5 min ago", "2 h ago", "yesterday", then day().
QString ago(const Timestamp& moment, const Timestamp& now);
/// "UTC+1"
QString zone();

} // namespace dates
} // namespace clientele
