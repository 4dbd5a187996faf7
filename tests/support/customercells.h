// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/customerwriter.h"

#include <array>
#include <string>

namespace clientele::testing {

/// A customer as the database hands it over.
class Cells final
{
public:
    explicit Cells(const Customer& customer)
    {
        using enum CustomerField;
        set(Id, QString::number(customer.id.value));
        set(Name, customer.name);
        set(Email, customer.email);
        if (customer.phone)
            set(Phone, *customer.phone);
        set(IsActive, QLatin1StringView(customer.isActive ? "true" : "false"));
        if (customer.createdAt)
            set(CreatedAt, customer.createdAt->toIso());
        if (customer.updatedAt)
            set(UpdatedAt, customer.updatedAt->toIso());
    }

    operator const CustomerCells&() const { return m_cells; }

private:
    void set(CustomerField field, const QString& text)
    {
        std::string& kept = m_texts[size_t(field)];
        kept = text.toStdString();
        m_cells[size_t(field)] = kept;
    }

    std::array<std::string, 7> m_texts;
    CustomerCells m_cells;
};

} // namespace clientele::testing
