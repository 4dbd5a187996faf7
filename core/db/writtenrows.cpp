// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/writtenrows.h"

#include <algorithm>

namespace clientele::writtenrows {

namespace {

using MaybeCustomers = std::optional<std::vector<Customer>>;

bool holds(const Customer& customer, const CustomerDraft& draft)
{
    return CustomerDraft{.name = customer.name,
                         .email = customer.email,
                         .phone = customer.phone,
                         .isActive = customer.isActive} == draft;
}

std::vector<CustomerId> idsOf(const std::vector<Customer>& customers)
{
    std::vector<CustomerId> ids;
    ids.reserve(customers.size());
    for (const Customer& customer : customers)
        ids.push_back(customer.id);
    return ids;
}

} // namespace

Result<std::optional<Customer>> ofCreate(CustomerRepository& customers, const CustomerDraft& draft)
{
    auto found = customers.byEmail(draft.email);
    if (!found || (*found && holds(**found, draft)))
        return found;
    return std::optional<Customer>();
}

Result<MaybeCustomers> ofBulkCreate(CustomerRepository& customers,
                                    const std::vector<CustomerDraft>& drafts)
{
    std::vector<Customer> created;
    for (const CustomerDraft& draft : drafts) { // in one transaction: where one is, all are
        auto one = ofCreate(customers, draft);
        if (!one)
            return one.error();
        if (!*one)
            return MaybeCustomers();
        created.push_back(std::move(**one));
    }
    return MaybeCustomers(std::move(created));
}

Result<std::optional<UpdateOutcome>> ofUpdate(CustomerRepository& customers, CustomerId id,
                                              const CustomerPatch& patch)
{
    auto current = customers.byId(id);
    if (!current)
        return current.error();
    if (!*current || patch.appliedTo(**current) != **current)
        return std::optional<UpdateOutcome>();
    return std::optional(
        UpdateOutcome{.status = UpdateOutcome::Status::Updated, .current = *current});
}

Result<MaybeCustomers> ofSetActive(CustomerRepository& customers,
                                   const std::vector<CustomerId>& ids, bool active)
{
    auto rows = customers.byIds(ids);
    if (!rows)
        return rows.error();
    const bool done = std::ranges::all_of(
        *rows, [active](const Customer& customer) { return customer.isActive == active; });
    return done ? MaybeCustomers(std::move(*rows)) : MaybeCustomers();
}

Result<MaybeCustomers> ofRemove(CustomerRepository& customers, const std::vector<CustomerId>& ids)
{
    auto rows = customers.byIds(ids);
    if (!rows)
        return rows.error();
    return rows->empty() ? MaybeCustomers(std::move(*rows)) : MaybeCustomers();
}

Result<MaybeCustomers> ofReinsert(CustomerRepository& customers,
                                  const std::vector<Customer>& removed)
{
    auto rows = customers.byIds(idsOf(removed));
    if (!rows)
        return rows.error();
    return rows->size() == removed.size() ? MaybeCustomers(std::move(*rows)) : MaybeCustomers();
}

} // namespace clientele::writtenrows
