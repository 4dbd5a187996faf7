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

QString layoutName(const CsvFormat& format)
{
    if (format.kind == FileKind::Json)
        return FormatStep::tr("JSON");
    if (format.kind == FileKind::JsonLines)
        return FormatStep::tr("JSON lines");
    switch (format.delimiter) {
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
    : QWidget(parent), m_setup(setup), m_message(new MessageBar(this)), m_kind(new QComboBox(this)),
      m_encoding(new QComboBox(this)), m_delimiter(new QComboBox(this)),
      m_quote(new QComboBox(this)),
      m_header(new QCheckBox(tr("The first row names the &columns"), this)),
      m_backslash(new QCheckBox(tr("A backslash stands before quotes &within values"), this)),
      m_found(makeLabel({}, TextRole::Muted, this)), m_model(new TextTableModel(this)),
      m_table(new PlainTable(this))
{
    m_message->setObjectName(u"formatMessage"_s);
    m_kind->setObjectName(u"kind"_s);
    m_encoding->setObjectName(u"encoding"_s);
    m_delimiter->setObjectName(u"delimiter"_s);
    m_quote->setObjectName(u"quote"_s);
    m_header->setObjectName(u"hasHeader"_s);
    m_backslash->setObjectName(u"backslash"_s);
    fillChoices();

    m_table->setObjectName(u"rawRows"_s);
    m_table->setAccessibleName(tr("The first rows of the file"));
    m_table->setModel(m_model);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_message);
    layout->addLayout(makeForm());
    layout->addWidget(m_found);
    layout->addWidget(m_table, 1);

    setFocusProxy(m_encoding);
    for (QComboBox* box : {m_kind, m_encoding, m_delimiter, m_quote})
        connect(box, &QComboBox::activated, this, &FormatStep::apply);
    for (QCheckBox* box : {m_header, m_backslash})
        connect(box, &QCheckBox::clicked, this, &FormatStep::apply);
    connect(&m_setup, &ImportSetup::changed, this, &FormatStep::refresh);
    refresh();
}

QWidget* FormatStep::labelled(const QString& label, QComboBox* box)
{
    auto* both = new QWidget(this);
    auto* name = new SectionLabel(label, both);
    name->setBuddy(box);
    auto* layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(name);
    layout->addWidget(box);
    return both;
}

QGridLayout* FormatStep::makeForm()
{
    QWidget* delimiter = labelled(tr("Columns are &separated by"), m_delimiter);
    QWidget* quote = labelled(tr("Values are &quoted by"), m_quote);
    m_ofCsv = {delimiter, quote, m_header, m_backslash};
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(10);
    form->addWidget(labelled(tr("&Kind of file"), m_kind), 0, 0);
    form->addWidget(labelled(tr("&Encoding of the letters"), m_encoding), 0, 1);
    form->addWidget(delimiter, 0, 2);
    form->addWidget(quote, 0, 3);
    form->addWidget(m_header, 1, 0, 1, 2);
    form->addWidget(m_backslash, 1, 2, 1, 3);
    form->setColumnMinimumWidth(0, 150);
    form->setColumnMinimumWidth(1, 280);
    form->setColumnMinimumWidth(2, 180);
    form->setColumnMinimumWidth(3, 160);
    form->setColumnStretch(4, 1);
    return form;
}

void FormatStep::fillChoices()
{
    m_kind->addItem(tr("CSV"), int(FileKind::Csv));
    m_kind->addItem(tr("JSON"), int(FileKind::Json));
    m_kind->addItem(tr("JSON lines"), int(FileKind::JsonLines));
    for (const Encoding& encoding : encodings)
        m_encoding->addItem(tr(encoding.label), QByteArray(encoding.name));
    m_delimiter->addItem(tr("Comma  ,"), QChar(u','));
    m_delimiter->addItem(tr("Semicolon  ;"), QChar(u';'));
    m_delimiter->addItem(tr("Tab"), QChar(u'\t'));
    m_delimiter->addItem(tr("Bar  |"), QChar(u'|'));
    m_quote->addItem(tr("Double quotes  \""), QChar(u'"'));
    m_quote->addItem(tr("Single quotes  '"), QChar(u'\''));
}

void FormatStep::apply()
{
    CsvFormat format = m_setup.preview().format;
    format.kind = FileKind(m_kind->currentData().toInt());
    format.encoding = m_encoding->currentData().toByteArray();
    format.delimiter = m_delimiter->currentData().toChar().toLatin1();
    format.quote = m_quote->currentData().toChar().toLatin1();
    format.backslashEscapes = m_backslash->isChecked();
    format.hasHeader = m_header->isChecked();
    m_setup.setFormat(format);
}

void FormatStep::refreshChoices()
{
    const CsvFormat& format = m_setup.preview().format;
    if (indexOf(m_encoding, format.encoding) < 0)
        m_encoding->addItem(QString::fromLatin1(format.encoding), format.encoding);
    const QChar quote{QLatin1Char(format.quote)};
    if (m_quote->findData(quote) < 0)
        m_quote->addItem(quote, quote);
    m_kind->setCurrentIndex(m_kind->findData(int(format.kind)));
    m_encoding->setCurrentIndex(indexOf(m_encoding, format.encoding));
    m_delimiter->setCurrentIndex(m_delimiter->findData(QChar(QLatin1Char(format.delimiter))));
    m_quote->setCurrentIndex(m_quote->findData(quote));
    m_header->setChecked(format.hasHeader);
    m_backslash->setChecked(format.backslashEscapes);
    for (QWidget* widget : std::as_const(m_ofCsv))
        widget->setVisible(format.kind == FileKind::Csv);
}

void FormatStep::refreshMessage()
{
    const ImportPreview& preview = m_setup.preview();
    const bool isCsv = preview.format.kind == FileKind::Csv;
    if (m_setup.problem())
        m_message->showMessage(MessageBar::Severity::Error, wording::explain(*m_setup.problem()),
                               false);
    else if (isCsv && preview.columns.size() == 1)
        m_message->showMessage(MessageBar::Severity::Warning,
                               tr("Read this way the file has a single column. Is another "
                                  "character between the columns?"),
                               false);
    else if (isCsv && !preview.format.hasHeader)
        m_message->showMessage(MessageBar::Severity::Info,
                               tr("The first row looks like a customer, not like names of "
                                  "columns. The columns are numbered instead."),
                               false);
    else
        m_message->dismiss();
}

void FormatStep::refresh()
{
    if (m_setup.isReading())
        return;
    const ImportPreview& preview = m_setup.preview();
    refreshChoices();
    m_model->setTable(preview.columns, preview.rows);
    m_table->fitColumns();
    m_found->setText(
        tr("The first rows, in %n columns. If letters look wrong, choose another encoding.",
           nullptr, int(preview.columns.size())));
    refreshMessage();
}

} // namespace clientele
