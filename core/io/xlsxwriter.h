// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/customerwriter.h"

#include <string>
#include <vector>

namespace clientele {

/// A workbook for Excel, LibreOffice and their like: numbers as numbers, moments as dates in UTC,
/// texts never as formulas. Further sheets where one is full. The rows wait in temporary files,
/// which are packed at the end.
class XlsxWriter final : public CustomerWriter
{
public:
    static constexpr int excelRows = 1'048'576;

    XlsxWriter(const WriterPlace& place, const QList<CustomerField>& columns,
               int rowsPerSheet = excelRows);
    ~XlsxWriter() override;

    /// Unsupported where a text is longer than a cell takes.
    Result<> write(const CustomerCells& cells) override;
    Result<> finish() override;

private:
    struct Book;

    Result<> open();
    Result<> addSheet();
    Result<> writeCell(CustomerField field, int column, std::string_view cell);
    Result<> pack();
    Result<> check();
    Result<> copy();
    [[nodiscard]] Error failure() const;

    const WriterPlace m_place;
    const QList<CustomerField> m_columns;
    const int m_rowsPerSheet;
    std::shared_ptr<Book> m_book; ///< shared with the thread that packs it
    int m_row = 0;                ///< of the sheet, the header being 0
    std::string m_text;
};

} // namespace clientele
