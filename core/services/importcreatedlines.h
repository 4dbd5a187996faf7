// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <optional>
#include <vector>

namespace clientele {

/// Which line of a file each customer came from that this import made. Numbers that count up
/// together, as they do in a clean file, take the room of one; at most 48 MiB are remembered.
class CreatedLines final
{
public:
    void add(CustomerId id, qint64 line);
    /// nullopt where this import did not make the customer, or has forgotten it.
    [[nodiscard]] std::optional<qint64> lineOf(CustomerId id);

private:
    struct Run
    {
        qint64 id;
        qint64 line;
        qint64 count;
    };

    std::vector<Run> m_runs;
    bool m_sorted = true;
};

} // namespace clientele
