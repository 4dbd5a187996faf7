// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/exportchoices.h"

#include "ui/common/sectionlabel.h"
#include "ui/customers/sortkeys.h"
#include "ui/importing/exportlayoutform.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonObject>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    const char* label;
    const char* note;
};

/// In the order of allExportFormats.
constexpr std::array<Words, allExportFormats.size()> words{{
    {QT_TRANSLATE_NOOP("clientele::ExportChoices", "CSV"),
     QT_TRANSLATE_NOOP("clientele::ExportChoices",
                       "For spreadsheets and address books. Can be imported again.")},
    {QT_TRANSLATE_NOOP("clientele::ExportChoices", "TSV"),
     QT_TRANSLATE_NOOP("clientele::ExportChoices",
                       "The same with tabs between the columns. Can be imported again.")},
    {QT_TRANSLATE_NOOP("clientele::ExportChoices", "JSON"),
     QT_TRANSLATE_NOOP("clientele::ExportChoices",
                       "One list of all customers, for programs. Can be imported again.")},
    {QT_TRANSLATE_NOOP("clientele::ExportChoices", "JSON lines"),
     QT_TRANSLATE_NOOP("clientele::ExportChoices", "One customer a line, for programs that read as "
                                                   "they go. Can be imported again.")},
    {QT_TRANSLATE_NOOP("clientele::ExportChoices", "Excel workbook"),
     QT_TRANSLATE_NOOP("clientele::ExportChoices",
                       "XLSX, for Excel and LibreOffice, with dates in UTC. Past 1,048,575 "
                       "customers it goes on in further sheets.")},
    {QT_TRANSLATE_NOOP("clientele::ExportChoices", "vCard"),
     QT_TRANSLATE_NOOP("clientele::ExportChoices",
                       "Version 4.0, for address books: name, e-mail and phone.")},
    {QT_TRANSLATE_NOOP("clientele::ExportChoices", "Markdown"),
     QT_TRANSLATE_NOOP("clientele::ExportChoices", "A table to be put into a text.")},
}};

} // namespace

ExportChoices::ExportChoices(const ExportOffer& offer, QWidget* parent)
    : QWidget(parent), m_offer(offer), m_scopes(new QButtonGroup(this)),
      m_columns(new QWidget(this)), m_allColumns(new QRadioButton(tr("All &columns"), m_columns)),
      m_shownColumns(new QRadioButton(m_columns)), m_format(new QComboBox(this)),
      m_note(makeLabel({}, TextRole::Muted, this)), m_layoutForm(new ExportLayoutForm(this)),
      m_packed(new QCheckBox(tr("&Pack the file by gzip"), this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(4);
    addScopes(layout);
    layout->addSpacing(10);
    addColumns(layout);
    layout->addSpacing(10);
    addFormats(layout);
    layout->addStretch();
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportChoices::followFormat);
    connect(m_layoutForm, &ExportLayoutForm::changed, this, &ExportChoices::changed);
    followFormat();
    setFocusProxy(m_scopes->checkedButton());
}

void ExportChoices::addScopes(QVBoxLayout* layout)
{
    layout->addWidget(new SectionLabel(tr("Customers"), this));
    const bool filtered = !m_offer.view.matchesAll();
    const qint64 whole = filtered ? m_offer.bookCount : m_offer.viewCount;
    addScope(layout, ExportScope::Book,
             whole < 0 ? tr("&All customers of the book")
                       : tr("&All %Ln customers of the book", nullptr, int(whole)),
             u"scopeBook"_s);
    if (filtered) {
        addScope(layout, ExportScope::View,
                 m_offer.viewCount < 0
                     ? tr("Those that the table sho&ws now")
                     : tr("The %Ln that the table sho&ws now", nullptr, int(m_offer.viewCount)),
                 u"scopeView"_s);
    }
    if (m_offer.selectedCount > 0) {
        addScope(layout, ExportScope::Selection,
                 tr("The %Ln that are selecte&d", nullptr, int(m_offer.selectedCount)),
                 u"scopeSelection"_s);
    }
    // One is selected without anybody having meant to.
    const auto likely = m_offer.selectedCount > 1 ? ExportScope::Selection
                        : filtered                ? ExportScope::View
                                                  : ExportScope::Book;
    m_scopes->button(int(likely))->setChecked(true);
}

void ExportChoices::addScope(QVBoxLayout* layout, ExportScope scope, const QString& text,
                             const QString& name)
{
    auto* button = new QRadioButton(text, this);
    button->setObjectName(name);
    m_scopes->addButton(button, int(scope));
    layout->addWidget(button, 0, Qt::AlignLeft);
}

void ExportChoices::addColumns(QVBoxLayout* layout)
{
    QStringList names;
    for (const CustomerField field : m_offer.shownColumns)
        names += sortkeys::fieldWord(field);
    m_allColumns->setObjectName(u"columnsAll"_s);
    m_allColumns->setChecked(true);
    m_shownColumns->setObjectName(u"columnsShown"_s);
    m_shownColumns->setText(
        tr("Th&ose of the table: %1").arg(QLocale().createSeparatedList(names)));
    auto* column = new QVBoxLayout(m_columns);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(new SectionLabel(tr("Columns"), m_columns));
    column->addWidget(m_allColumns, 0, Qt::AlignLeft);
    column->addWidget(m_shownColumns, 0, Qt::AlignLeft);
    m_shownColumns->setVisible(!names.isEmpty());
    layout->addWidget(m_columns);
}

void ExportChoices::addFormats(QVBoxLayout* layout)
{
    m_format->setObjectName(u"exportFormat"_s);
    for (const ExportFormat format : allExportFormats)
        m_format->addItem(tr(words.at(size_t(format)).label), formatName(format));
    auto* label = new SectionLabel(tr("Forma&t"), this);
    label->setBuddy(m_format);
    m_note->setObjectName(u"exportNote"_s);
    m_note->setWordWrap(true);
    m_packed->setObjectName(u"exportPacked"_s);
    layout->addWidget(label);
    layout->addWidget(m_format);
    layout->addWidget(m_note);
    layout->addSpacing(8);
    layout->addWidget(m_layoutForm);
    layout->addWidget(m_packed, 0, Qt::AlignLeft);
}

ExportFormat ExportChoices::format() const
{
    return allExportFormats.at(size_t(m_format->currentIndex()));
}

void ExportChoices::followFormat()
{
    const char* note = words.at(size_t(format())).note;
    m_note->setText(tr(note));
    m_format->setAccessibleDescription(tr(note));
    m_columns->setVisible(hasColumns(format()));
    m_layoutForm->setVisible(isDelimited(format()));
    m_layoutForm->setFormat(format());
    m_packed->setVisible(format() != ExportFormat::Xlsx); // is packed as it is
    Q_EMIT changed();
}

ExportScope ExportChoices::scope() const
{
    return ExportScope(m_scopes->checkedId());
}

ExportStyle ExportChoices::style() const
{
    const bool shown = m_shownColumns->isChecked() && hasColumns(format());
    return {.format = format(),
            .columns = shown ? m_offer.shownColumns : QList<CustomerField>(),
            .layout = m_layoutForm->exportLayout()};
}

QString ExportChoices::suffix() const
{
    const bool packed = m_packed->isChecked() && format() != ExportFormat::Xlsx;
    return formatSuffix(format()) + (packed ? u".gz"_s : QString());
}

QString ExportChoices::formatLabel() const
{
    return m_format->currentText();
}

bool ExportChoices::isValid() const
{
    return !isDelimited(format()) || m_layoutForm->problem().isEmpty();
}

QJsonObject ExportChoices::state() const
{
    return {{u"format"_s, formatName(format())},
            {u"shownColumns"_s, m_shownColumns->isChecked()},
            {u"packed"_s, m_packed->isChecked()},
            {u"layout"_s, m_layoutForm->state()}};
}

void ExportChoices::apply(const QJsonObject& state)
{
    if (const int place = m_format->findData(state[u"format"_s].toString()); place >= 0)
        m_format->setCurrentIndex(place);
    const bool shown = state[u"shownColumns"_s].toBool() && !m_offer.shownColumns.isEmpty();
    (shown ? m_shownColumns : m_allColumns)->setChecked(true);
    m_packed->setChecked(state[u"packed"_s].toBool());
    m_layoutForm->apply(state[u"layout"_s].toObject());
}

} // namespace clientele
