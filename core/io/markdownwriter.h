// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/customerwriter.h"

#include <string>

namespace clientele {

/// A table as GitHub Flavored Markdown has it (its section 4.10). What would be markup, or end a
/// cell, is escaped; a line break is <br>.
class MarkdownWriter final : public CustomerWriter
{
public:
    MarkdownWriter(QIODevice& device, const QList<CustomerField>& columns);

    Result<> write(const CustomerCells& cells) override;
    Result<> finish() override;

private:
    void appendCell(std::string_view cell);

    QIODevice& m_device;
    const QList<CustomerField> m_columns;
    std::string m_buffer;
};

} // namespace clientele
