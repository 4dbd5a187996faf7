// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/samples.h"

#include <QFile>

namespace clientele {

using namespace Qt::StringLiterals;

std::vector<CustomerDraft> sampleCustomers()
{
    std::vector<CustomerDraft> drafts;
    QFile file(u":/samples/customers.csv"_s);
    if (!file.open(QIODevice::ReadOnly))
        return drafts;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines.sliced(1)) {
        // Our own file: no field of it holds a comma or a quote.
        const QStringList fields = line.split(u',');
        drafts.push_back({.name = fields[0],
                          .email = fields[1],
                          .phone = fields[2].isEmpty() ? std::nullopt : std::optional(fields[2]),
                          .isActive = fields[3] == u"true"});
    }
    return drafts;
}

} // namespace clientele
