// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/copyrows.h"

#include <QCoreApplication>
#include <QMimeData>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// A tab or line break inside a field would become a cell of its own in a spreadsheet.
QString tabSafe(const QString& field)
{
    QString safe = field;
    return safe.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
}

QString csvField(const QString& field)
{
    if (!field.contains(u',') && !field.contains(u'"') && !field.contains(u'\n'))
        return field;
    QString quoted = field;
    return u'"' + quoted.replace(u'"', u"\"\""_s) + u'"';
}

struct Texts
{
    QString tabs;
    QString html = u"<table>"_s;
    QString csv;

    void add(const QStringList& fields, const QString& cell)
    {
        QStringList tabFields, csvFields;
        html += u"<tr>"_s;
        for (const QString& field : fields) {
            tabFields << tabSafe(field);
            csvFields << csvField(field);
            html += u"<%1>%2</%1>"_s.arg(cell, field.toHtmlEscaped());
        }
        html += u"</tr>"_s;
        tabs += tabFields.join(u'\t') + u'\n';
        csv += csvFields.join(u',') + u'\n';
    }
};

} // namespace

std::unique_ptr<QMimeData> clipboardData(const std::vector<Customer>& customers, CopyFormat format)
{
    auto data = std::make_unique<QMimeData>();
    if (format == CopyFormat::Json) {
        QByteArray lines = "[\n";
        for (size_t i = 0; i < customers.size(); ++i)
            lines += "  " + toJsonLine(customers[i]).trimmed() +
                     (i + 1 < customers.size() ? ",\n" : "\n");
        lines += "]\n";
        data->setText(QString::fromUtf8(lines));
        data->setData(u"application/json"_s, lines);
        return data;
    }
    Texts texts;
    if (format == CopyFormat::RowsWithHeader) {
        const auto word = [](const char* text) {
            return QCoreApplication::translate("clientele::CustomerTableModel", text);
        };
        texts.add({word("Name"), word("E-mail"), word("Phone")}, u"th"_s);
    }
    for (const Customer& customer : customers)
        texts.add({customer.name, customer.email, customer.phone.value_or(QString())}, u"td"_s);
    data->setText(texts.tabs);
    data->setHtml(texts.html + u"</table>"_s);
    data->setData(u"text/csv"_s, texts.csv.toUtf8());
    return data;
}

} // namespace clientele
