// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/customerpatch.h"

namespace clientele {

namespace {

template <class T>
std::optional<Edit<T>> swapped(const std::optional<Edit<T>>& edit)
{
    if (!edit)
        return std::nullopt;
    return Edit<T>{.before = edit->after, .after = edit->before};
}

template <class T>
void put(const std::optional<Edit<T>>& edit, T& value)
{
    if (edit)
        value = edit->after;
}

template <class T>
bool clashes(const std::optional<Edit<T>>& edit, const T& current)
{
    return edit && current != edit->before && current != edit->after;
}

template <class T>
std::optional<Edit<T>> editOf(const T& before, const T& after)
{
    if (before == after)
        return std::nullopt;
    return Edit<T>{.before = before, .after = after};
}

} // namespace

CustomerPatch CustomerPatch::inverse() const
{
    return {.name = swapped(name),
            .email = swapped(email),
            .phone = swapped(phone),
            .isActive = swapped(isActive)};
}

Customer CustomerPatch::appliedTo(Customer customer) const
{
    put(name, customer.name);
    put(email, customer.email);
    put(phone, customer.phone);
    put(isActive, customer.isActive);
    return customer;
}

QList<CustomerField> CustomerPatch::fields() const
{
    QList<CustomerField> changed;
    if (name)
        changed.append(CustomerField::Name);
    if (email)
        changed.append(CustomerField::Email);
    if (phone)
        changed.append(CustomerField::Phone);
    if (isActive)
        changed.append(CustomerField::IsActive);
    return changed;
}

QList<CustomerField> CustomerPatch::conflictsWith(const Customer& current) const
{
    QList<CustomerField> conflicts;
    if (clashes(name, current.name))
        conflicts.append(CustomerField::Name);
    if (clashes(email, current.email))
        conflicts.append(CustomerField::Email);
    if (clashes(phone, current.phone))
        conflicts.append(CustomerField::Phone);
    if (clashes(isActive, current.isActive))
        conflicts.append(CustomerField::IsActive);
    return conflicts;
}

CustomerPatch CustomerPatch::between(const Customer& before, const Customer& after)
{
    return {.name = editOf(before.name, after.name),
            .email = editOf(before.email, after.email),
            .phone = editOf(before.phone, after.phone),
            .isActive = editOf(before.isActive, after.isActive)};
}

} // namespace clientele
