// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/columnsstep.h"

#include "core/services/recipes.h"
#include "core/services/wording.h"
#include "ui/common/button.h"
#include "ui/common/messagebar.h"
#include "ui/common/sectionlabel.h"
#include "ui/importing/columnpicker.h"
#include "ui/importing/columnsamples.h"
#include "ui/importing/importsetup.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// What an update does with a field of the customer who is there.
enum class UpdateChoice
{
    Write,
    WriteOrClear,
    Leave
};

constexpr std::pair<const char*, const char*> dateFormats[] = {
    {"iso", QT_TRANSLATE_NOOP("clientele::ColumnsStep", "Year, month, day")},
    {"dmy", QT_TRANSLATE_NOOP("clientele::ColumnsStep", "Day, month, year")},
    {"mdy", QT_TRANSLATE_NOOP("clientele::ColumnsStep", "Month, day, year")},
    {"epoch", QT_TRANSLATE_NOOP("clientele::ColumnsStep", "Seconds since 1970")},
    {"epoch-ms", QT_TRANSLATE_NOOP("clientele::ColumnsStep", "Milliseconds since 1970")},
    {"excel", QT_TRANSLATE_NOOP("clientele::ColumnsStep", "Days, as spreadsheets count")},
};

const QString recipeFilter = QStringLiteral("*.json");

} // namespace

ColumnsStep::ColumnsStep(ImportSetup& setup, QWidget* parent)
    : QWidget(parent), m_setup(setup), m_message(new MessageBar(this)),
      m_dateFormat(new QComboBox(this)), m_nullTexts(new QLineEdit(this)),
      m_unused(makeLabel({}, TextRole::Muted, this))
{
    m_message->setObjectName(u"columnsMessage"_s);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    grid->addWidget(new SectionLabel(tr("Field"), this), 0, 0);
    grid->addWidget(new SectionLabel(tr("Columns of the file"), this), 0, 1);
    grid->addWidget(new SectionLabel(tr("Where the customer is there already"), this), 0, 2);
    grid->addWidget(new SectionLabel(tr("What results"), this), 0, 3);
    grid->setColumnMinimumWidth(0, 64);
    grid->setColumnMinimumWidth(1, 336);
    grid->setColumnMinimumWidth(2, 216);
    grid->setColumnStretch(3, 1);

    addField(grid, CustomerField::Name, tr("Na&me"));
    addField(grid, CustomerField::Email, tr("&E-mail"));
    addField(grid, CustomerField::Phone, tr("&Phone"));
    addField(grid, CustomerField::IsActive, tr("&Active"));
    addField(grid, CustomerField::CreatedAt, tr("C&reated"));

    m_unused->setWordWrap(true);
    m_unused->setObjectName(u"unusedColumns"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_message);
    layout->addLayout(grid);
    layout->addWidget(m_unused);
    layout->addStretch();
    layout->addLayout(makeFoot());

    setFocusProxy(m_lines.front().picker->firstBox());
    connect(&m_setup, &ImportSetup::changed, this, &ColumnsStep::refresh);
    refresh();
}

void ColumnsStep::addField(QGridLayout* grid, CustomerField field, const QString& label)
{
    const QString plain = QString(label).remove(u'&');
    const int row = grid->rowCount();
    QWidget* update = makeUpdate(field, plain);
    const Line line{.field = field,
                    .picker = new ColumnPicker(field, plain, this),
                    .update = qobject_cast<QComboBox*>(update),
                    .mark = makeLabel({}, TextRole::Ok, this),
                    .sample = makeLabel({}, TextRole::Body, this)};
    line.picker->setObjectName(u"pick_"_s + fieldName(field));
    line.sample->setObjectName(u"sample_"_s + fieldName(field));
    line.mark->setObjectName(u"mark_"_s + fieldName(field));
    line.sample->setWordWrap(true);
    line.mark->setWordWrap(true);

    QLabel* name = makeLabel(label, TextRole::Heading, this);
    name->setBuddy(line.picker->firstBox());
    name->setFixedHeight(32); // as high as the box beside it
    auto* made = new QVBoxLayout;
    made->setSpacing(6);
    made->addWidget(line.picker);
    if (field == CustomerField::CreatedAt)
        made->addWidget(makeDateFormat(), 0, Qt::AlignLeft);
    auto* result = new QVBoxLayout;
    result->setSpacing(2);
    result->addWidget(line.mark);
    result->addWidget(line.sample);
    result->addStretch();

    grid->addWidget(name, row, 0, Qt::AlignTop);
    grid->addLayout(made, row, 1, Qt::AlignTop);
    grid->addWidget(update, row, 2, Qt::AlignTop);
    grid->addLayout(result, row, 3);
    grid->setRowMinimumHeight(row, 44);
    connect(line.picker, &ColumnPicker::picked, this, &ColumnsStep::apply);
    m_lines << line;
}

QWidget* ColumnsStep::makeUpdate(CustomerField field, const QString& label)
{
    if (field == CustomerField::Email || field == CustomerField::CreatedAt) {
        QLabel* note =
            makeLabel(field == CustomerField::Email ? tr("Tells who it is") : tr("Stays as it is"),
                      TextRole::Faint, this);
        note->setFixedHeight(32);
        return note;
    }
    auto* box = new QComboBox(this);
    box->setObjectName(u"update_"_s + fieldName(field));
    box->setAccessibleName(tr("What an update does with %1").arg(label));
    box->addItem(field == CustomerField::Name ? tr("Written") : tr("Written; empty keeps it"),
                 int(UpdateChoice::Write));
    if (field == CustomerField::Phone)
        box->addItem(tr("Written; empty clears it"), int(UpdateChoice::WriteOrClear));
    box->addItem(tr("Stays as it is"), int(UpdateChoice::Leave));
    connect(box, &QComboBox::activated, this, &ColumnsStep::applyUpdates);
    return box;
}

QWidget* ColumnsStep::makeDateFormat()
{
    m_dateFormat->setObjectName(u"dateFormat"_s);
    m_dateFormat->setAccessibleName(tr("How the dates are written"));
    m_dateFormat->addItem(QString());
    for (const auto& [format, label] : dateFormats)
        m_dateFormat->addItem(tr(label), QString::fromLatin1(format));
    connect(m_dateFormat, &QComboBox::activated, this, &ColumnsStep::applyDateFormat);
    return m_dateFormat;
}

QHBoxLayout* ColumnsStep::makeFoot()
{
    auto* label = makeLabel(tr("Texts that mean n&othing"), TextRole::Muted, this);
    label->setBuddy(m_nullTexts);
    m_nullTexts->setObjectName(u"nullTexts"_s);
    m_nullTexts->setPlaceholderText(tr("NULL, n/a"));
    m_nullTexts->setFixedWidth(160);
    connect(m_nullTexts, &QLineEdit::editingFinished, this, &ColumnsStep::applyNullTexts);
    auto* open = makeButton(tr("Use a recipe…"), ButtonKind::Normal, this);
    open->setObjectName(u"useRecipe"_s);
    auto* save = makeButton(tr("Save as a recipe…"), ButtonKind::Normal, this);
    save->setObjectName(u"saveRecipe"_s);
    for (QPushButton* button : {open, save})
        button->setAutoDefault(true);
    connect(open, &QPushButton::clicked, this, &ColumnsStep::openRecipe);
    connect(save, &QPushButton::clicked, this, &ColumnsStep::saveRecipe);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(label);
    foot->addWidget(m_nullTexts);
    foot->addStretch();
    foot->addWidget(open);
    foot->addWidget(save);
    return foot;
}

void ColumnsStep::apply()
{
    QList<FieldMapping> mapping;
    for (const Line& line : m_lines) {
        const FieldMapping one = line.picker->mapping();
        if (!one.columns.isEmpty() || one.constant)
            mapping << one;
    }
    m_setup.setMapping(mapping);
}

void ColumnsStep::applyUpdates()
{
    QList<CustomerField> updated;
    QList<CustomerField> cleared;
    bool all = true;
    for (const Line& line : m_lines) {
        if (!line.update)
            continue;
        const auto choice = UpdateChoice(line.update->currentData().toInt());
        if (choice != UpdateChoice::Leave)
            updated << line.field;
        if (choice == UpdateChoice::WriteOrClear)
            cleared << line.field;
        all &= choice != UpdateChoice::Leave;
    }
    m_setup.setUpdates(all ? std::nullopt : std::optional(updated), cleared);
}

void ColumnsStep::applyDateFormat()
{
    const QVariant format = m_dateFormat->currentData();
    m_setup.setDateFormat(format.isValid() ? std::optional(format.toString()) : std::nullopt);
}

void ColumnsStep::applyNullTexts()
{
    QStringList texts;
    for (const QString& text : m_nullTexts->text().split(u',')) {
        if (const QString trimmed = text.trimmed(); !trimmed.isEmpty())
            texts << trimmed;
    }
    m_setup.setNullTexts(texts);
}

void ColumnsStep::refreshUpdate(const Line& line)
{
    if (!line.update)
        return;
    const ImportPlan plan = m_setup.plan();
    const FieldMapping mapping = m_setup.mappingOf(line.field);
    auto choice = UpdateChoice::Write;
    if (plan.updatedFields && !plan.updatedFields->contains(line.field))
        choice = UpdateChoice::Leave;
    else if (plan.clearedFields.contains(line.field))
        choice = UpdateChoice::WriteOrClear;
    line.update->setCurrentIndex(std::max(0, line.update->findData(int(choice))));
    line.update->setEnabled(plan.onDuplicate == DuplicatePolicy::Update &&
                            (!mapping.columns.isEmpty() || mapping.constant));
}

void ColumnsStep::refreshLine(const Line& line)
{
    const FieldMapping mapping = m_setup.mappingOf(line.field);
    line.picker->setMapping(m_setup.preview().columns, mapping);
    refreshUpdate(line);
    const ColumnSample sample = sampleOf(m_setup.preview(), mapping);
    setTextRole(line.mark, sample.role);
    line.mark->setText(sample.mark);
    line.sample->setText(sample.text);
    line.sample->setVisible(!sample.text.isEmpty());
    // A line alone stands beside its box, two fill its height.
    line.mark->setMinimumHeight(sample.text.isEmpty() ? 32 : 0);
}

void ColumnsStep::refreshDateFormat()
{
    const FieldMapping mapping = m_setup.mappingOf(CustomerField::CreatedAt);
    const QString format = mapping.dateFormat.isEmpty() ? u"iso"_s : mapping.dateFormat;
    if (m_dateFormat->findData(format) < 0)
        m_dateFormat->addItem(format, format);
    const int place = m_dateFormat->findData(format);
    m_dateFormat->setVisible(!mapping.columns.isEmpty() || mapping.constant);
    m_dateFormat->setItemText(0, tr("Found: %1").arg(m_dateFormat->itemText(place)));
    m_dateFormat->setCurrentIndex(m_setup.hasDateFormat() ? place : 0);
}

void ColumnsStep::refresh()
{
    if (m_setup.isReading())
        return;
    for (const Line& line : m_lines)
        refreshLine(line);
    refreshDateFormat();
    m_nullTexts->setText(m_setup.plan().nullTexts.join(u", "_s));
    QStringList unused = m_setup.preview().columns;
    for (const FieldMapping& mapping : m_setup.preview().mapping) {
        for (const QString& column : mapping.columns)
            unused.removeAll(column);
    }
    m_unused->setText(unused.isEmpty() ? tr("Every column of the file is used.")
                                       : tr("Not imported: %1.").arg(unused.join(", "_L1)));
}

void ColumnsStep::openRecipe()
{
    auto* dialog = new QFileDialog(this, tr("Choose a recipe"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Recipes (%1)").arg(recipeFilter), tr("All files (*)")});
    dialog->setDirectory(QFileInfo(m_setup.file()).path());
    connect(dialog, &QFileDialog::fileSelected, this, &ColumnsStep::follow);
    dialog->open();
}

void ColumnsStep::follow(const QString& file)
{
    whenDone(recipes::read(file), this, [this, file](const Result<recipes::Recipe>& recipe) {
        if (!recipe) {
            m_message->showMessage(MessageBar::Severity::Error, wording::explain(recipe.error()));
            return;
        }
        QStringList missing;
        for (const FieldMapping& mapping : recipe->plan.mapping) {
            for (const QString& column : mapping.columns) {
                if (!m_setup.preview().columns.contains(column))
                    missing << column;
            }
        }
        if (!missing.isEmpty()) {
            m_message->showMessage(MessageBar::Severity::Error,
                                   tr("The recipe is for other files: this one has no column %1.")
                                       .arg(QLocale().createSeparatedList(missing)));
            return;
        }
        m_message->dismiss();
        m_setup.follow(recipe->plan);
    });
}

void ColumnsStep::saveRecipe()
{
    auto* dialog = new QFileDialog(this, tr("Save as a recipe"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Recipes (%1)").arg(recipeFilter));
    dialog->setDefaultSuffix(u"json"_s);
    const QFileInfo source(m_setup.file());
    dialog->setDirectory(source.path());
    dialog->selectFile(source.completeBaseName() + u"-recipe.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ColumnsStep::saveRecipeTo);
    dialog->open();
}

void ColumnsStep::saveRecipeTo(const QString& file)
{
    whenDone(recipes::save(m_setup.plan(), file), this, [this, file](const Result<>& saved) {
        if (saved)
            m_message->showMessage(
                MessageBar::Severity::Ok,
                tr("Saved. \"clientelectl import FILE --recipe %1\" imports such files without "
                   "the window.")
                    .arg(QDir::toNativeSeparators(file)));
        else
            m_message->showMessage(MessageBar::Severity::Error, wording::explain(saved.error()));
    });
}

} // namespace clientele
