// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timerange.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace clientele {

/// The time that a filter's value stands for, in the zone of @p now; nullopt where it means
/// nothing:
///
///     2024  2024-05  2024-05-17  today  yesterday      a period
///     2024-05..2024-07  2024-05..  ..yesterday         from the one through the other
///     >2024  >=2024  <2024  <=2024                     after, since, before, through a period
///     <7d  >30d                                        less, more than so long ago: h d w m y
///
/// How long ago is counted in whole days, and in whole hours where hours are named: the day that
/// was seven days ago is part of "<7d", and not of ">7d".
std::optional<TimeRange> searchPeriod(const QString& value, const QDateTime& now);

} // namespace clientele
