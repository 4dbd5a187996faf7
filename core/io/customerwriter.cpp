// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/customerwriter.h"

#include "core/io/csvcustomerwriter.h"
#include "core/io/jsoncustomerwriter.h"
#include "core/io/markdownwriter.h"
#include "core/io/vcardwriter.h"
#include "core/io/xlsxwriter.h"

namespace clientele {

std::unique_ptr<CustomerWriter> CustomerWriter::make(const ExportStyle& style,
                                                     const WriterPlace& place)
{
    const QList<CustomerField> columns = style.chosenColumns();
    switch (style.format) {
    case ExportFormat::Csv:
    case ExportFormat::Tsv:
        break;
    case ExportFormat::Json:
        return std::make_unique<JsonCustomerWriter>(place.device, columns,
                                                    JsonCustomerWriter::Form::Array);
    case ExportFormat::JsonLines:
        return std::make_unique<JsonCustomerWriter>(place.device, columns,
                                                    JsonCustomerWriter::Form::Lines);
    case ExportFormat::Xlsx:
        return std::make_unique<XlsxWriter>(place, columns);
    case ExportFormat::VCard:
        return std::make_unique<VCardWriter>(place.device);
    case ExportFormat::Markdown:
        return std::make_unique<MarkdownWriter>(place.device, columns);
    }
    return std::make_unique<CsvCustomerWriter>(place.device, style);
}

} // namespace clientele
