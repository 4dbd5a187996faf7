// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importcreatedlines.h"

#include <algorithm>

namespace clientele {

namespace {

constexpr size_t maxRuns = 2'000'000;

} // namespace

void CreatedLines::add(CustomerId id, qint64 line)
{
    if (!m_runs.empty()) {
        Run& last = m_runs.back();
        if (id.value == last.id + last.count && line == last.line + last.count) {
            ++last.count;
            return;
        }
        if (m_runs.size() == maxRuns)
            return;
        // Most engines number upwards; where one does not, the runs are put in order when asked
        // for.
        m_sorted = m_sorted && id.value > last.id;
    }
    m_runs.push_back({.id = id.value, .line = line, .count = 1});
}

std::optional<qint64> CreatedLines::lineOf(CustomerId id)
{
    const auto before = [](qint64 value, const Run& run) { return value < run.id; };
    if (!m_sorted) {
        std::sort(m_runs.begin(), m_runs.end(),
                  [](const Run& a, const Run& b) { return a.id < b.id; });
        m_sorted = true;
    }
    auto run = std::upper_bound(m_runs.begin(), m_runs.end(), id.value, before);
    if (run == m_runs.begin())
        return std::nullopt;
    --run;
    const qint64 offset = id.value - run->id;
    return offset < run->count ? std::optional(run->line + offset) : std::nullopt;
}

} // namespace clientele
