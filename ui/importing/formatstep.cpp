// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/formatstep.h"

#include "core/services/wording.h"
#include "ui/common/messagebar.h"
#include "ui/common/plaintable.h"
#include "ui/common/sectionlabel.h"
#include "ui/importing/importsetup.h"
#include "ui/importing/texttablemodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

struct Encoding
{
    const char* name;
    const char* label;
};

/// What files come in, the likely ones first. All are names that QStringDecoder takes.
constexpr Encoding encodings[] = {
    {"UTF-8", QT_TRANSLATE_NOOP("clientele::FormatStep", "Unicode (UTF-8)")},
    {"windows-1252", QT_TRANSLATE_NOOP("clientele::FormatStep", "Western European (Windows-1252)")},
    {"UTF-16LE", QT_TRANSLATE_NOOP("clientele::FormatStep", "Unicode (UTF-16, little-endian)")},
    {"UTF-16BE", QT_TRANSLATE_NOOP("clientele::FormatStep", "Unicode (UTF-16, big-endian)")},
    {"ISO-8859-1", QT_TRANSLATE_NOOP("clientele::FormatStep", "Western European (ISO 8859-1)")},
    {"ISO-8859-15", QT_TRANSLATE_NOOP("clientele::FormatStep", "Western European (ISO 8859-15)")},
    {"windows-1250", QT_TRANSLATE_NOOP("clientele::FormatStep", "Central European (Windows-1250)")},
    {"windows-1251", QT_TRANSLATE_NOOP("clientele::FormatStep", "Cyrillic (Windows-1251)")},
    {"windows-1253", QT_TRANSLATE_NOOP("clientele::FormatStep", "Greek (Windows-1253)")},
    {"windows-1254", QT_TRANSLATE_NOOP("clientele::FormatStep", "Turkish (Windows-1254)")},
    {"Shift_JIS", QT_TRANSLATE_NOOP("clientele::FormatStep", "Japanese (Shift JIS)")},
    {"GB18030", QT_TRANSLATE_NOOP("clientele::FormatStep", "Chinese (GB 18030)")},
    {"Big5", QT_TRANSLATE_NOOP("clientele::FormatStep", "Chinese (Big5)")},
    {"EUC-KR", QT_TRANSLATE_NOOP("clientele::FormatStep", "Korean (EUC-KR)")},
};

int indexOf(const QComboBox* box, const QByteArray& encoding)
{
    for (int i = 0; i < box->count(); ++i) {
        if (box->itemData(i).toByteArray().compare(encoding, Qt::CaseInsensitive) == 0)
            return i;
    }
    return -1;
}

} // namespace

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ',':
        return FormatStep::tr("comma");
    case ';':
        return FormatStep::tr("semicolon");
    case '\t':
        return FormatStep::tr("tab");
    default:
        return FormatStep::tr("bar");
    }
}

FormatStep::FormatStep(ImportSetup& setup, QWidget* parent)
    : QWidget(parent), m_setup(setup), m_message(new MessageBar(this)),
      m_encoding(new QComboBox(this)), m_delimiter(new QComboBox(this)),
      m_header(new QCheckBox(tr("The first row &names the columns"), this)),
      m_found(makeLabel({}, TextRole::Muted, this)), m_model(new TextTableModel(this)),
      m_table(new PlainTable(this))
{
    m_message->setObjectName(u"formatMessage"_s);
    m_encoding->setObjectName(u"encoding"_s);
    m_delimiter->setObjectName(u"delimiter"_s);
    m_header->setObjectName(u"hasHeader"_s);
    fillChoices();

    m_table->setObjectName(u"rawRows"_s);
    m_table->setAccessibleName(tr("The first rows of the file"));
    m_table->setModel(m_model);

    auto* encodingLabel = new SectionLabel(tr("&Encoding of the letters"), this);
    encodingLabel->setBuddy(m_encoding);
    auto* delimiterLabel = new SectionLabel(tr("Columns are &separated by"), this);
    delimiterLabel->setBuddy(m_delimiter);

    auto* form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(4);
    form->addWidget(encodingLabel, 0, 0);
    form->addWidget(delimiterLabel, 0, 1);
    form->addWidget(m_encoding, 1, 0);
    form->addWidget(m_delimiter, 1, 1);
    form->addWidget(m_header, 1, 2);
    form->setColumnMinimumWidth(0, 280);
    form->setColumnMinimumWidth(1, 180);
    form->setColumnStretch(3, 1);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_message);
    layout->addLayout(form);
    layout->addWidget(m_found);
    layout->addWidget(m_table, 1);

    setFocusProxy(m_encoding);
    connect(m_encoding, &QComboBox::activated, this, &FormatStep::apply);
    connect(m_delimiter, &QComboBox::activated, this, &FormatStep::apply);
    connect(m_header, &QCheckBox::clicked, this, &FormatStep::apply);
    connect(&m_setup, &ImportSetup::changed, this, &FormatStep::refresh);
    refresh();
}

void FormatStep::fillChoices()
{
    for (const Encoding& encoding : encodings)
        m_encoding->addItem(tr(encoding.label), QByteArray(encoding.name));
    m_delimiter->addItem(tr("Comma  ,"), QChar(u','));
    m_delimiter->addItem(tr("Semicolon  ;"), QChar(u';'));
    m_delimiter->addItem(tr("Tab"), QChar(u'\t'));
    m_delimiter->addItem(tr("Bar  |"), QChar(u'|'));
}

void FormatStep::apply()
{
    CsvFormat format = m_setup.preview().format;
    format.encoding = m_encoding->currentData().toByteArray();
    format.delimiter = m_delimiter->currentData().toChar().toLatin1();
    format.hasHeader = m_header->isChecked();
    m_setup.setFormat(format);
}

void FormatStep::refresh()
{
    if (m_setup.isReading())
        return;
    const ImportPreview& preview = m_setup.preview();
    if (indexOf(m_encoding, preview.format.encoding) < 0)
        m_encoding->addItem(QString::fromLatin1(preview.format.encoding), preview.format.encoding);
    m_encoding->setCurrentIndex(indexOf(m_encoding, preview.format.encoding));
    m_delimiter->setCurrentIndex(
        m_delimiter->findData(QChar(QLatin1Char(preview.format.delimiter))));
    m_header->setChecked(preview.format.hasHeader);
    m_model->setTable(preview.columns, preview.rows);
    m_table->fitColumns();

    const auto columns = preview.columns.size();
    m_found->setText(tr("The first rows, in %1. If letters look wrong, choose another encoding.")
                         .arg(columns == 1 ? tr("1 column") : tr("%1 columns").arg(columns)));
    if (m_setup.problem())
        m_message->showMessage(MessageBar::Severity::Error, wording::explain(*m_setup.problem()),
                               false);
    else if (preview.columns.size() == 1)
        m_message->showMessage(MessageBar::Severity::Warning,
                               tr("Read this way the file has a single column. Is another "
                                  "character between the columns?"),
                               false);
    else if (!preview.format.hasHeader)
        m_message->showMessage(MessageBar::Severity::Info,
                               tr("The first row looks like a customer, not like names of "
                                  "columns. The columns are numbered instead."),
                               false);
    else
        m_message->dismiss();
}

} // namespace clientele
