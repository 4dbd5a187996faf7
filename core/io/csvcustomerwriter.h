// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/csvwriter.h"
#include "core/io/customerwriter.h"

namespace clientele {

/// CSV and TSV: a header with the columns' names, then a row for each customer.
class CsvCustomerWriter final : public CustomerWriter
{
public:
    CsvCustomerWriter(QIODevice& device, const ExportStyle& style);

    Result<> write(const CustomerCells& cells) override;
    Result<> finish() override;

private:
    Result<> begin();

    QIODevice& m_device;
    const QList<CustomerField> m_columns;
    const ExportLayout m_layout;
    CsvWriter m_writer;
    bool m_begun = false;
    std::vector<std::string_view> m_fields;
    std::vector<std::string> m_guarded; ///< for each column, what m_fields may look at
};

} // namespace clientele
