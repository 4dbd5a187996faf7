// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exportformat.h"

#include <QFileInfo>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    QStringView name;
    QStringView suffix;
};

constexpr std::array<Words, allExportFormats.size()> words{{{u"csv", u"csv"},
                                                            {u"tsv", u"tsv"},
                                                            {u"json", u"json"},
                                                            {u"jsonl", u"jsonl"},
                                                            {u"xlsx", u"xlsx"},
                                                            {u"vcard", u"vcf"},
                                                            {u"markdown", u"md"}}};

template <class Field>
std::optional<ExportFormat> find(QStringView text, Field field)
{
    const auto found = std::ranges::find_if(words, [&](const Words& one) {
        return text.compare(one.*field, Qt::CaseInsensitive) == 0;
    });
    return found == words.end() ? std::nullopt
                                : std::optional(ExportFormat(std::distance(words.begin(), found)));
}

} // namespace

QString formatName(ExportFormat format)
{
    return words.at(size_t(format)).name.toString();
}

std::optional<ExportFormat> formatFromName(QStringView name)
{
    return find(name, &Words::name);
}

QString formatSuffix(ExportFormat format)
{
    return words.at(size_t(format)).suffix.toString();
}

std::optional<ExportFormat> formatOfFile(const QString& name)
{
    QFileInfo file(name);
    if (file.suffix().compare(u"gz"_s, Qt::CaseInsensitive) == 0)
        file = QFileInfo(file.completeBaseName());
    const auto format = find(file.suffix(), &Words::suffix);
    return format ? format : find(file.suffix(), &Words::name);
}

bool ExportLayout::isNullText(QStringView text, char delimiter)
{
    return std::ranges::none_of(text, [delimiter](QChar c) {
        return c == u'"' || c == u'\n' || c == u'\r' || c == u'\t' || c == QLatin1Char(delimiter);
    });
}

QList<CustomerField> ExportStyle::chosenColumns() const
{
    return columns.isEmpty() ? QList(allCustomerFields.begin(), allCustomerFields.end()) : columns;
}

} // namespace clientele
