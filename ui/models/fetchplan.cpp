// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fetchplan.h"

namespace clientele {

namespace {

using Where = PageRequest::Where;

PageFetch from(PageFetch::Course course, Where where, qint64 row, const Customer& anchor)
{
    return {.course = course,
            .row = row,
            .request = {.where = where, .anchor = anchor, .limit = int(PageCache::pageRows)}};
}

/// A row at hand that the others are fetched from: the first on the screen that stays, else the
/// nearest fresh one that a page leads from to the screen.
std::optional<qint64> seatOf(const PageCache& cache, const FetchWindow& window)
{
    for (qint64 i = 0; i <= window.last - window.first; ++i) {
        const qint64 row = window.upwards ? window.last - i : window.first + i;
        if (cache.at(row))
            return row;
    }
    for (qint64 away = 1; away < PageCache::pageRows; ++away) {
        const qint64 above = window.first - away;
        const qint64 below = window.last + away;
        for (const qint64 row : {window.upwards ? below : above, window.upwards ? above : below}) {
            if (cache.at(row))
                return row;
        }
    }
    return std::nullopt;
}

} // namespace

bool PageFetch::sameAs(const PageFetch& other) const
{
    const auto idOf = [](const PageFetch& fetch) {
        return fetch.request.anchor ? fetch.request.anchor->id : CustomerId();
    };
    return course == other.course && row == other.row && jump == other.jump &&
           idOf(*this) == idOf(other);
}

std::vector<PageFetch> planFetches(const PageCache& cache, const FetchWindow& window)
{
    using enum PageFetch::Course;
    const std::optional<qint64> row = seatOf(cache, window);
    if (!row)
        return {{.course = Seat, .row = std::max<qint64>(0, window.first - 40), .jump = true}};
    const PageCache::Span seat = *cache.spanAt(*row);
    if (!seat.fresh && window.upwards && cache.at(*row + 1))
        return {from(Seat, Where::Before, *row + 1, *cache.keyAt(*row + 1))};
    if (!seat.fresh)
        return {from(Seat, Where::From, *row, *cache.keyAt(*row))};
    std::vector<PageFetch> fetches;
    PageCache::Span span = seat;
    while (!span.endOfTable && span.end <= window.last + window.below) {
        const auto next = cache.spanAt(span.end);
        if (!next || !next->fresh || !cache.isLinkedAt(span.end)) {
            fetches.push_back(from(Down, Where::After, span.end, *cache.keyAt(span.end - 1)));
            break;
        }
        span = *next;
    }
    span = seat;
    while (!span.top && span.first > window.first - window.above) {
        const auto before = cache.spanAt(span.first - 1);
        if (!before || !before->fresh || !cache.isLinkedAt(span.first)) {
            fetches.push_back(from(Up, Where::Before, span.first, *cache.keyAt(span.first)));
            break;
        }
        span = *before;
    }
    return fetches;
}

} // namespace clientele
