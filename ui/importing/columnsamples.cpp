// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/columnsamples.h"

#include "ui/common/dates.h"

#include <QCoreApplication>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shown = 3;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(clientele::ColumnsStep)
};

QString values(const ImportPreview& preview, const FieldMapping& mapping)
{
    QStringList result;
    for (const QStringList& row : preview.rows) {
        QStringList parts;
        for (const QString& column : mapping.columns) {
            const QString part = row.value(preview.columns.indexOf(column)).simplified();
            if (!part.isEmpty())
                parts << part;
        }
        if (!parts.isEmpty())
            result << parts.join(mapping.separator);
        if (result.size() == shown)
            break;
    }
    return result.join(u" · "_s);
}

/// "8/26/2020 is 26 Aug 2020"
QString moments(const ImportPreview& preview)
{
    QStringList result;
    for (const PreviewRow& row : preview.checked) {
        if (row.createdAt)
            result << Words::tr("%1 is %2").arg(row.created, dates::day(*row.createdAt));
        if (result.size() == shown)
            break;
    }
    return result.join(u" · "_s);
}

ColumnSample createdSample(const ImportPreview& preview, const FieldMapping& mapping)
{
    ColumnSample sample{.text = moments(preview)};
    if (sample.text.isEmpty())
        sample.text = values(preview, mapping);
    if (!preview.moments.unread.isEmpty()) {
        sample.role = TextRole::Warn;
        sample.mark = Words::tr("! Cannot be read: %1").arg(preview.moments.unread.join(u", "_s));
    } else if (preview.moments.isAmbiguous) {
        sample.role = TextRole::Warn;
        sample.mark = Words::tr("! Day and month could be either way round. Is this right?");
    } else {
        sample.mark = Words::tr("✓ From %1").arg(mapping.columns.join(" + "_L1));
    }
    return sample;
}

ColumnSample unmapped(CustomerField field)
{
    switch (field) {
    case CustomerField::Name:
        return {TextRole::Bad,
                Words::tr("Needed. Every customer needs a name. It can be joined "
                          "from several columns, as first and last name."),
                {}};
    case CustomerField::Email:
        return {TextRole::Bad,
                Words::tr("Needed. Every customer needs an e-mail address: it tells "
                          "who is there already."),
                {}};
    case CustomerField::IsActive:
        return {TextRole::Faint, Words::tr("All will be active"), {}};
    case CustomerField::CreatedAt:
        return {TextRole::Faint, Words::tr("The moment of the import"), {}};
    default:
        return {TextRole::Faint, Words::tr("Left empty"), {}};
    }
}

} // namespace

ColumnSample sampleOf(const ImportPreview& preview, const FieldMapping& mapping)
{
    if (mapping.constant) {
        if (mapping.constant->isEmpty())
            return {TextRole::Warn, Words::tr("! Write what all rows are to have"), {}};
        return {TextRole::Ok, Words::tr("✓ All rows have this"), *mapping.constant};
    }
    if (mapping.columns.isEmpty())
        return unmapped(mapping.field);
    if (mapping.field == CustomerField::CreatedAt)
        return createdSample(preview, mapping);
    const QString text = values(preview, mapping);
    if (text.isEmpty())
        return {TextRole::Warn, Words::tr("! Empty in the first rows"), {}};
    return {TextRole::Ok, Words::tr("✓ From %1").arg(mapping.columns.join(" + "_L1)), text};
}

} // namespace clientele
