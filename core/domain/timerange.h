// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timestamp.h"

#include <optional>

namespace clientele {

/// From @p from on, up to but without @p until; an open end where nullopt.
struct TimeRange
{
    std::optional<Timestamp> from;
    std::optional<Timestamp> until;

    bool operator==(const TimeRange&) const = default;
    [[nodiscard]] bool isOpen() const { return !from && !until; }
};

} // namespace clientele
