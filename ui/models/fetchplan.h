// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"
#include "ui/models/pagecache.h"

namespace clientele {

/// What a person looks at, and how far beyond it rows are wanted.
struct FetchWindow
{
    qint64 first = 0; ///< the rows on the screen, both ends included
    qint64 last = 50;
    qint64 above = 40; ///< rows wanted beyond them
    qint64 below = 40;
};

/// A page to be asked for.
struct PageFetch
{
    enum class Course
    {
        Seat, ///< what is on the screen itself
        Up,   ///< on from the upper edge of what is at hand
        Down
    };

    Course course = Course::Seat;
    /// Where the page begins; of Before and Last: the row behind its end.
    qint64 row = 0;
    /// Nothing near is at hand: how to get there is for others to say, and `request` is empty.
    bool jump = false;
    PageRequest request;

    /// The same page, from the same place.
    [[nodiscard]] bool sameAs(const PageFetch& other) const;
};

/// What is to be asked for next, so that the rows on the screen and around it are fresh and follow
/// each other without a gap: first what the person looks at, then one page upwards and one
/// downwards, each from the edge of what is nearer. What does not follow from it is fetched anew.
/// Empty where nothing is wanted.
std::vector<PageFetch> planFetches(const PageCache& cache, const FetchWindow& window);

} // namespace clientele
