// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/pooloptions.h"

#include <algorithm>
#include <ctime>
#include <limits>

namespace clientele {

std::chrono::milliseconds timeSinceBoot()
{
    using namespace std::chrono;
#ifdef CLOCK_BOOTTIME // Linux, where the steady clock stops while the machine is suspended
    timespec now{};
    if (clock_gettime(CLOCK_BOOTTIME, &now) == 0)
        return duration_cast<milliseconds>(seconds(now.tv_sec) + nanoseconds(now.tv_nsec));
#endif
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch());
}

int PoolOptions::most() const
{
    return size <= 0 || overflow < 0 ? std::numeric_limits<int>::max() : size + overflow;
}

int PoolOptions::mostBulk() const
{
    return std::clamp(bulk, 1, std::max(1, most() - 1));
}

} // namespace clientele
