// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/exportoffers.h"

#include "ui/customers/customerspage.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/searchcontroller.h"
#include "ui/models/customertablemodel.h"

#include <algorithm>

namespace clientele {

namespace {

constexpr qint64 mostIds = 10'000; ///< one by one; more are stretches of the order

bool appendIds(const CustomerTableModel& model, const TableSelection& selection,
               std::vector<CustomerId>& ids)
{
    for (const auto& [first, last] : selection.ranges) {
        for (int row = first; row <= last; ++row) {
            const Customer* customer = model.customerAt(row);
            if (!customer)
                return false;
            ids.push_back(customer->id);
        }
    }
    return true;
}

CustomerSelection portable(const CustomerTableModel& model, const TableSelection& selection)
{
    CustomerSelection result;
    for (const Customer& customer : selection.elsewhere)
        result.ids.push_back(customer.id);
    if (selection.count <= mostIds) {
        std::vector<CustomerId> ids = result.ids;
        if (appendIds(model, selection, ids))
            return {.ids = std::move(ids)};
    }
    std::vector<std::pair<int, int>> ranges = selection.ranges;
    std::ranges::sort(ranges);
    for (const auto& [first, last] : ranges)
        result.ranges.push_back({.begin = model.requestFrom(first), .count = last - first + 1});
    return result;
}

} // namespace

ExportOffer exportOffer(const CustomersPage& page)
{
    const CustomerTableModel& model = page.model();
    ExportOffer offer{.view = page.search().query(),
                      .viewCount = model.isEstimate() ? -1 : model.total(),
                      .bookCount = page.customersInBook(),
                      .shownColumns = page.shownColumns()};
    // While a search is under way the table still shows, and has selected, what was there before.
    if (offer.view != model.query()) {
        offer.viewCount = -1;
        return offer;
    }
    const TableSelection selection = page.table().selection();
    if (!selection.allMatching && selection.count > 0) {
        offer.selection = portable(model, selection);
        offer.selectedCount = selection.count;
    }
    return offer;
}

} // namespace clientele
