// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QList>

#include <optional>

namespace clientele {

/// One field's change: what the person saw, and what it is to become.
template <class T>
struct Edit
{
    T before;
    T after;

    bool operator==(const Edit&) const = default;
};

/// A change to one customer, as compare-and-set: it holds only the fields that change, each with
/// the value that it was seen with. It succeeds where those fields are still so; fields that it
/// does not name cannot conflict.
struct CustomerPatch
{
    std::optional<Edit<QString>> name;
    std::optional<Edit<QString>> email;
    std::optional<Edit<std::optional<QString>>> phone;
    std::optional<Edit<bool>> isActive;

    bool operator==(const CustomerPatch&) const = default;

    [[nodiscard]] bool isEmpty() const { return !name && !email && !phone && !isActive; }
    /// The change that takes this one back, under the same rule.
    [[nodiscard]] CustomerPatch inverse() const;
    /// @p customer with the new values put in.
    [[nodiscard]] Customer appliedTo(Customer customer) const;
    /// The fields it changes.
    [[nodiscard]] QList<CustomerField> fields() const;
    /// The fields it changes whose values in @p current are neither the seen nor the new one.
    [[nodiscard]] QList<CustomerField> conflictsWith(const Customer& current) const;

    /// What changed from @p before to @p after in name, e-mail, phone and active.
    static CustomerPatch between(const Customer& before, const Customer& after);
};

/// How an update ended.
struct UpdateOutcome
{
    enum class Status
    {
        Updated,   ///< current is the row as saved
        Unchanged, ///< the row already had all of the new values
        Conflict,  ///< nothing was written; current is the row as somebody else left it
        Missing,   ///< nothing was written; there is no such row any more
    };

    Status status = Status::Missing;
    std::optional<Customer> current; ///< nullopt only where Missing
};

} // namespace clientele
