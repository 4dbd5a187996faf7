// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/customerwriter.h"

#include <string>
#include <vector>

namespace clientele {

/// Customers as toJsonLine() writes them, with the columns chosen: one array with a customer a
/// line, or a customer a line and nothing else.
class JsonCustomerWriter final : public CustomerWriter
{
public:
    enum class Form
    {
        Array,
        Lines
    };

    JsonCustomerWriter(QIODevice& device, const QList<CustomerField>& columns, Form form);

    Result<> write(const CustomerCells& cells) override;
    Result<> finish() override;

private:
    struct Column
    {
        CustomerField field;
        std::string before; ///< "{"id": ", ", "name": "
        bool quoted;        ///< a text; else a number or a truth
    };

    Result<> flush();
    void append(const Column& column, std::string_view cell);

    QIODevice& m_device;
    const Form m_form;
    std::vector<Column> m_columns;
    bool m_first = true;
    std::string m_buffer;
};

} // namespace clientele
