// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/checkstep.h"

#include "core/services/wording.h"
#include "ui/common/button.h"
#include "ui/common/chip.h"
#include "ui/common/messagebar.h"
#include "ui/common/plaintable.h"
#include "ui/common/sectionlabel.h"
#include "ui/importing/formatstep.h"
#include "ui/importing/importsetup.h"
#include "ui/importing/importterms.h"
#include "ui/importing/previewdelegate.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int everyRow = 99; ///< the chip's id beside those of PreviewKind

struct Filter
{
    PreviewKind kind;
    const char* text;
    const char16_t* tone;
    const char16_t* name;
};

constexpr Filter filters[] = {
    {PreviewKind::New, QT_TRANSLATE_N_NOOP("clientele::CheckStep", "%Ln new"), u"", u"chipNew"},
    {PreviewKind::Update, QT_TRANSLATE_N_NOOP("clientele::CheckStep", "%Ln update"), u"",
     u"chipUpdate"},
    {PreviewKind::Unchanged, QT_TRANSLATE_N_NOOP("clientele::CheckStep", "%Ln unchanged"), u"",
     u"chipUnchanged"},
    {PreviewKind::Duplicate, QT_TRANSLATE_N_NOOP("clientele::CheckStep", "%Ln duplicates"), u"warn",
     u"chipDuplicates"},
    {PreviewKind::Rejected, QT_TRANSLATE_N_NOOP("clientele::CheckStep", "%Ln rejected"), u"bad",
     u"chipRejected"},
};

} // namespace

CheckStep::CheckStep(ImportSetup& setup, QWidget* parent)
    : QWidget(parent), m_setup(setup), m_model(new PreviewModel(this)),
      m_message(new MessageBar(this)), m_filters(new QButtonGroup(this)),
      m_policies(new QButtonGroup(this)), m_facts(makeLabel({}, TextRole::Muted, this)),
      m_why(makeLabel({}, TextRole::Muted, this)), m_table(new PlainTable(this)),
      m_takeBack(makeButton({}, ButtonKind::Link, this))
{
    m_message->setObjectName(u"checkMessage"_s);
    m_facts->setObjectName(u"facts"_s);
    m_facts->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_table->setObjectName(u"checkedRows"_s);
    m_table->setAccessibleName(tr("What becomes of each row"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new PreviewDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_takeBack->setObjectName(u"takeBack"_s);

    m_why->setText(tr("Double-click a cell to mend it here, or press F2. Rejected rows are kept "
                      "aside: they can be saved, mended and imported again."));
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_why);
    foot->addStretch();
    foot->addWidget(m_takeBack);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_message);
    layout->addLayout(makeFilters());
    layout->addWidget(m_table, 1);
    layout->addLayout(makePolicies());
    layout->addWidget(new ImportTerms(m_setup, this));
    layout->addLayout(foot);

    setFocusProxy(m_table);
    connect(m_model, &PreviewModel::mended, this, &CheckStep::mend);
    connect(m_takeBack, &QPushButton::clicked, &m_setup, &ImportSetup::clearOverrides);
    connect(&m_setup, &ImportSetup::changed, this, &CheckStep::refresh);
    refresh();
}

QHBoxLayout* CheckStep::makeFilters()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const auto add = [&](int id, const QString& name, const QString& tone) {
        auto* chip = new Chip({}, this);
        chip->setObjectName(name);
        chip->setTone(tone);
        m_filters->addButton(chip, id);
        row->addWidget(chip);
    };
    add(everyRow, u"chipAll"_s, {});
    for (const Filter& filter : filters)
        add(int(filter.kind), QString::fromUtf16(filter.name), QString::fromUtf16(filter.tone));
    m_filters->button(everyRow)->setChecked(true);
    row->addWidget(m_facts, 1);
    connect(m_filters, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            showKind(id);
    });
    return row;
}

QHBoxLayout* CheckStep::makePolicies()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(
        makeLabel(tr("Where a customer with this e-mail is there already:"), TextRole::Body, this));
    row->addSpacing(8);
    const auto add = [&](DuplicatePolicy policy, const QString& text, const QString& name) {
        auto* chip = new Chip(text, this);
        chip->setObjectName(name);
        m_policies->addButton(chip, int(policy));
        row->addWidget(chip);
    };
    add(DuplicatePolicy::Update, tr("&Update it"), u"policyUpdate"_s);
    add(DuplicatePolicy::Skip, tr("&Skip the row"), u"policySkip"_s);
    add(DuplicatePolicy::Reject, tr("&Reject the row"), u"policyReject"_s);
    m_policies->button(int(m_setup.duplicatePolicy()))->setChecked(true);
    row->addStretch();
    connect(m_policies, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            m_setup.setDuplicatePolicy(DuplicatePolicy(id));
    });
    return row;
}

void CheckStep::showKind(int id)
{
    m_model->setKind(id == everyRow ? std::nullopt : std::optional(PreviewKind(id)));
}

/// Those that the file has; why, where there is something to say.
void CheckStep::arrangeColumns()
{
    const auto has = [this](CustomerField field) {
        const FieldMapping mapping = m_setup.mappingOf(field);
        return !mapping.columns.isEmpty() || mapping.constant;
    };
    QList<int> shown{PreviewModel::LineColumn, PreviewModel::FateColumn, PreviewModel::NameColumn,
                     PreviewModel::EmailColumn};
    if (has(CustomerField::Phone))
        shown << PreviewModel::PhoneColumn;
    if (has(CustomerField::IsActive))
        shown << PreviewModel::ActiveColumn;
    if (has(CustomerField::CreatedAt))
        shown << PreviewModel::CreatedColumn;
    if (m_model->hasProblems())
        shown << PreviewModel::WhyColumn;
    if (m_arranged == shown)
        return;
    m_arranged = shown;
    for (int column = 0; column < PreviewModel::Columns; ++column)
        m_table->setColumnHidden(column, !shown.contains(column));
    if (shown.contains(PreviewModel::WhyColumn))
        m_table->setColumnWidths({56, 104, 150, 204, 132, 80, 100, 300}, PreviewModel::WhyColumn);
    else
        m_table->setColumnWidths({64, 104, 240, 280, 180, 80, 120, 0}, PreviewModel::EmailColumn);
}

void CheckStep::mend(const CellOverride& cell)
{
    m_mended = cell;
    m_setup.setOverride(cell);
}

/// The row may have gone elsewhere, since problems come first; the person's eye goes with it.
void CheckStep::selectMended()
{
    if (!m_mended)
        return;
    const int row = m_model->rowOfLine(m_mended->line);
    const int column = m_mended->field == CustomerField::Name    ? PreviewModel::NameColumn
                       : m_mended->field == CustomerField::Email ? PreviewModel::EmailColumn
                                                                 : PreviewModel::PhoneColumn;
    m_mended.reset();
    if (row < 0)
        return;
    m_table->setCurrentIndex(m_model->index(row, column));
    m_table->scrollTo(m_table->currentIndex());
}

/// Where the import would end.
const PreviewRow* CheckStep::lastRow() const
{
    if (m_setup.plan().onError != ErrorPolicy::Stop)
        return nullptr;
    const auto& rows = m_setup.preview().checked;
    const auto found = std::ranges::find(rows, PreviewRow::Fate::Reject, &PreviewRow::fate);
    return found == rows.end() ? nullptr : &*found;
}

int CheckStep::writable() const
{
    const PreviewRow* const last = lastRow();
    if (!last)
        return m_model->count(PreviewKind::New) + m_model->count(PreviewKind::Update);
    if (m_setup.plan().atomic)
        return 0;
    return int(std::count_if(m_setup.preview().checked.data(), last, [](const PreviewRow& row) {
        return row.fate == PreviewRow::Fate::New || row.fate == PreviewRow::Fate::Update;
    }));
}

QString CheckStep::facts() const
{
    const ImportPreview& preview = m_setup.preview();
    const QLocale locale;
    const QString rows = preview.wholeFile ? tr("%Ln rows read", nullptr, int(m_model->total()))
                                           : tr("The first %1 of about %Ln rows", nullptr,
                                                int(m_setup.estimatedRows()))
                                                 .arg(locale.toString(m_model->total()));
    return QStringList{rows, QString::fromLatin1(preview.format.encoding),
                       layoutName(preview.format), tr("nothing is written yet")}
        .join(u" · "_s);
}

void CheckStep::refreshFilters()
{
    const QLocale locale;
    m_filters->button(everyRow)->setText(tr("All %1").arg(locale.toString(m_model->total())));
    for (const Filter& filter : filters) {
        QAbstractButton* chip = m_filters->button(int(filter.kind));
        const int count = m_model->count(filter.kind);
        chip->setText(tr(filter.text, nullptr, count));
        chip->setVisible(count > 0);
    }
    if (m_filters->checkedId() != everyRow && !m_filters->checkedButton()->isVisibleTo(this))
        m_filters->button(everyRow)->setChecked(true);
}

void CheckStep::refresh()
{
    if (m_setup.isReading()) {
        m_facts->setText(tr("Checking…"));
        return;
    }
    m_model->setRows(m_setup.preview().checked);
    arrangeColumns();
    refreshFilters();
    selectMended();
    m_facts->setText(facts());
    m_policies->button(int(m_setup.duplicatePolicy()))->setChecked(true);
    const auto mended = m_setup.plan().overrides.size();
    m_takeBack->setVisible(mended > 0);
    m_takeBack->setText(tr("Take back %n changes", nullptr, int(mended)));
    if (m_setup.problem())
        m_message->showMessage(MessageBar::Severity::Error, wording::explain(*m_setup.problem()),
                               false);
    else if (const PreviewRow* const last = lastRow())
        m_message->showMessage(
            MessageBar::Severity::Warning,
            (m_setup.plan().atomic
                 ? tr("Line %1 is rejected: nothing of this file would be imported.")
                 : tr("Line %1 is rejected: the import would end there."))
                .arg(QLocale().toString(last->line)),
            false);
    else if (m_setup.preview().wholeFile && m_model->total() > 0 && writable() == 0)
        m_message->showMessage(MessageBar::Severity::Info,
                               m_model->count(PreviewKind::Unchanged) == m_model->total()
                                   ? tr("Every customer of this file is in the book already, with "
                                        "the same values. There is nothing to import.")
                                   : tr("No row of this file would change the book."),
                               false);
    else
        m_message->dismiss();
}

} // namespace clientele
