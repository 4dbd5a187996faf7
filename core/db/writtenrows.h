// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customerrepository.h"

namespace clientele {

/// Looks whether a write was done whose answer was lost with the line: what it would have returned,
/// or nothing where it was not done. By what the rows hold now: who wrote the same in between is
/// not told apart, and need not be.
namespace writtenrows {

Result<std::optional<Customer>> ofCreate(CustomerRepository& customers, const CustomerDraft& draft);
Result<std::optional<std::vector<Customer>>> ofBulkCreate(CustomerRepository& customers,
                                                          const std::vector<CustomerDraft>& drafts);
Result<std::optional<UpdateOutcome>> ofUpdate(CustomerRepository& customers, CustomerId id,
                                              const CustomerPatch& patch);
Result<std::optional<std::vector<Customer>>>
ofSetActive(CustomerRepository& customers, const std::vector<CustomerId>& ids, bool active);
/// Where it was done the rows are gone: none are returned.
Result<std::optional<std::vector<Customer>>> ofRemove(CustomerRepository& customers,
                                                      const std::vector<CustomerId>& ids);
Result<std::optional<std::vector<Customer>>> ofReinsert(CustomerRepository& customers,
                                                        const std::vector<Customer>& removed);

} // namespace writtenrows
} // namespace clientele
