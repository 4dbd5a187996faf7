// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/acthistory.h"

namespace clientele {

void ActHistory::add(Act act)
{
    m_undone.clear();
    m_done.push_back(std::move(act));
    if (m_done.size() > depth)
        m_done.erase(m_done.begin());
}

std::optional<Act> ActHistory::take(std::vector<Act>& acts)
{
    if (acts.empty())
        return std::nullopt;
    Act act = std::move(acts.back());
    acts.pop_back();
    return act;
}

} // namespace clientele
