// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/columnsstep.h"

#include "ui/common/sectionlabel.h"
#include "ui/importing/columnpicker.h"
#include "ui/importing/importsetup.h"

#include <QGridLayout>
#include <QLabel>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

bool isRequired(CustomerField field)
{
    return field == CustomerField::Name || field == CustomerField::Email;
}

QString whyNeeded(CustomerField field)
{
    return field == CustomerField::Name
               ? ColumnsStep::tr("Every customer needs a name. It can be joined from several "
                                 "columns, as first and last name.")
               : ColumnsStep::tr("Every customer needs an e-mail address: it tells who is there "
                                 "already.");
}

} // namespace

ColumnsStep::ColumnsStep(ImportSetup& setup, QWidget* parent)
    : QWidget(parent), m_setup(setup), m_unused(makeLabel({}, TextRole::Muted, this))
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->addWidget(new SectionLabel(tr("Field"), this), 0, 0);
    grid->addWidget(new SectionLabel(tr("Columns of the file, joined by a blank"), this), 0, 1);
    grid->addWidget(new SectionLabel(tr("What results"), this), 0, 2);
    grid->setColumnMinimumWidth(0, 80);
    grid->setColumnMinimumWidth(1, 400);
    grid->setColumnStretch(2, 1);

    addField(grid, CustomerField::Name, tr("&Name"));
    addField(grid, CustomerField::Email, tr("&E-mail"));
    addField(grid, CustomerField::Phone, tr("&Phone"));
    addField(grid, CustomerField::IsActive, tr("&Active"));

    m_unused->setWordWrap(true);
    m_unused->setObjectName(u"unusedColumns"_s);
    grid->addWidget(m_unused, grid->rowCount(), 0, 1, 3);
    grid->setRowStretch(grid->rowCount(), 1);

    setFocusProxy(m_lines.front().picker->firstBox());
    connect(&m_setup, &ImportSetup::changed, this, &ColumnsStep::refresh);
    refresh();
}

void ColumnsStep::addField(QGridLayout* grid, CustomerField field, const QString& label)
{
    const QString plain = QString(label).remove(u'&');
    const Line line{.field = field,
                    .picker = new ColumnPicker(plain, this),
                    .mark = makeLabel({}, TextRole::Ok, this),
                    .sample = makeLabel({}, TextRole::Body, this)};
    line.picker->setObjectName(u"pick_"_s + fieldName(field));
    line.sample->setObjectName(u"sample_"_s + fieldName(field));
    line.sample->setWordWrap(true);
    line.mark->setWordWrap(true);

    QLabel* name = makeLabel(label, TextRole::Heading, this);
    name->setBuddy(line.picker->firstBox());
    auto* result = new QVBoxLayout;
    result->setSpacing(2);
    result->addWidget(line.mark);
    result->addWidget(line.sample);

    const int row = grid->rowCount();
    name->setFixedHeight(32); // as high as the box beside it
    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addWidget(line.picker, row, 1, Qt::AlignTop);
    grid->addLayout(result, row, 2);
    grid->setRowMinimumHeight(row, 44);
    connect(line.picker, &ColumnPicker::picked, this, &ColumnsStep::apply);
    m_lines << line;
}

void ColumnsStep::apply()
{
    QList<FieldMapping> mapping;
    for (const Line& line : m_lines) {
        if (const QStringList columns = line.picker->chosen(); !columns.isEmpty())
            mapping << FieldMapping{.field = line.field, .columns = columns};
    }
    m_setup.setMapping(mapping);
}

QString ColumnsStep::samples(const QStringList& columns) const
{
    const ImportPreview& preview = m_setup.preview();
    QStringList result;
    for (const QStringList& row : preview.rows) {
        QStringList parts;
        for (const QString& column : columns) {
            const QString part = row.value(preview.columns.indexOf(column)).simplified();
            if (!part.isEmpty())
                parts << part;
        }
        if (!parts.isEmpty())
            result << parts.join(u' ');
        if (result.size() == 3)
            break;
    }
    return result.join(u" · "_s);
}

void ColumnsStep::refreshLine(const Line& line)
{
    const QStringList chosen = m_setup.mappingOf(line.field).columns;
    line.picker->setColumns(m_setup.preview().columns, chosen);
    line.sample->setVisible(!chosen.isEmpty());
    line.mark->setVisible(true);
    if (!chosen.isEmpty()) {
        const QString sample = samples(chosen);
        setTextRole(line.mark, sample.isEmpty() ? TextRole::Warn : TextRole::Ok);
        line.mark->setText(sample.isEmpty() ? tr("! Empty in the first rows")
                                            : tr("✓ From %1").arg(chosen.join(" + "_L1)));
        line.sample->setText(sample);
        line.sample->setVisible(!sample.isEmpty());
    } else if (isRequired(line.field)) {
        setTextRole(line.mark, TextRole::Bad);
        line.mark->setText(tr("Needed. %1").arg(whyNeeded(line.field)));
    } else {
        setTextRole(line.mark, TextRole::Faint);
        line.mark->setText(line.field == CustomerField::IsActive ? tr("All will be active")
                                                                 : tr("Left empty"));
    }
}

void ColumnsStep::refresh()
{
    for (const Line& line : m_lines)
        refreshLine(line);
    QStringList unused = m_setup.preview().columns;
    for (const FieldMapping& mapping : m_setup.preview().mapping) {
        for (const QString& column : mapping.columns)
            unused.removeAll(column);
    }
    m_unused->setText(unused.isEmpty() ? tr("Every column of the file is used.")
                                       : tr("Not imported: %1.").arg(unused.join(", "_L1)));
}

} // namespace clientele
