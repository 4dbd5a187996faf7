// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/exportlayoutform.h"

#include "ui/common/button.h"
#include "ui/common/sectionlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QJsonObject>
#include <QLineEdit>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

void choose(QComboBox* box, const QVariant& data)
{
    if (const int place = box->findData(data); place >= 0)
        box->setCurrentIndex(place);
}

} // namespace

ExportLayoutForm::ExportLayoutForm(QWidget* parent)
    : QWidget(parent), m_delimiterLabel(new SectionLabel(tr("Columns are &separated by"), this)),
      m_delimiter(new QComboBox(this)), m_quotes(new QComboBox(this)),
      m_lineEnd(new QComboBox(this)), m_null(new QLineEdit(this)),
      m_refusal(makeLabel({}, TextRole::Bad, this)),
      m_guard(new QCheckBox(tr("Keep spreadsheets from running &formulas"), this)),
      m_mark(new QCheckBox(tr("Byte order &mark, by which Excel knows accented letters"), this))
{
    m_delimiter->setObjectName(u"exportDelimiter"_s);
    m_delimiter->addItem(tr("Comma  ,"), QChar(u','));
    m_delimiter->addItem(tr("Semicolon  ;"), QChar(u';'));
    m_delimiter->addItem(tr("Tab"), QChar(u'\t'));
    m_delimiter->addItem(tr("Bar  |"), QChar(u'|'));
    m_quotes->setObjectName(u"exportQuotes"_s);
    m_quotes->addItem(tr("Where they are needed"), u"needed"_s);
    m_quotes->addItem(tr("Around everything"), u"all"_s);
    m_lineEnd->setObjectName(u"exportLineEnd"_s);
    m_lineEnd->addItem(tr("LF, as on Linux and macOS"), u"lf"_s);
    m_lineEnd->addItem(tr("CR LF, as on Windows"), u"crlf"_s);
    m_null->setObjectName(u"exportNull"_s);
    m_null->setPlaceholderText(tr("nothing"));
    m_refusal->setObjectName(u"exportNullRefusal"_s);
    m_refusal->hide();
    m_guard->setObjectName(u"exportGuard"_s);
    m_guard->setChecked(true);
    m_mark->setObjectName(u"exportMark"_s);
    arrange();
    for (QComboBox* box : {m_delimiter, m_quotes, m_lineEnd})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportLayoutForm::refresh);
    connect(m_null, &QLineEdit::textChanged, this, &ExportLayoutForm::refresh);
}

void ExportLayoutForm::arrange()
{
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(4);
    form->setColumnStretch(0, 1);
    form->setColumnStretch(1, 1);
    const auto add = [&](QLabel* label, QWidget* field, int row, int column) {
        label->setBuddy(field);
        form->addWidget(label, row, column);
        form->addWidget(field, row + 1, column);
    };
    add(new SectionLabel(tr("&Quotes"), this), m_quotes, 0, 0);
    add(m_delimiterLabel, m_delimiter, 0, 1);
    form->setRowMinimumHeight(2, 6);
    add(new SectionLabel(tr("A missing phone &number is written as"), this), m_null, 3, 0);
    add(new SectionLabel(tr("&Lines end with"), this), m_lineEnd, 3, 1);
    form->addWidget(m_refusal, 5, 0, 1, 2);

    auto* note =
        makeLabel(tr("An apostrophe is put before texts that look like formulas. Importing "
                     "takes it away again."),
                  TextRole::Muted, this);
    note->setWordWrap(true);
    note->setIndent(26);
    m_guard->setAccessibleDescription(note->text());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(form);
    layout->addSpacing(8);
    layout->addWidget(m_guard, 0, Qt::AlignLeft);
    layout->addWidget(note);
    layout->addWidget(m_mark, 0, Qt::AlignLeft);
}

char ExportLayoutForm::delimiter() const
{
    return m_format == ExportFormat::Tsv ? '\t' : m_delimiter->currentData().toChar().toLatin1();
}

void ExportLayoutForm::setFormat(ExportFormat format)
{
    m_format = format;
    m_delimiterLabel->setVisible(format == ExportFormat::Csv);
    m_delimiter->setVisible(format == ExportFormat::Csv);
    refresh();
}

ExportLayout ExportLayoutForm::exportLayout() const
{
    using Quotes = ExportLayout::Quotes;
    return {.delimiter = delimiter(),
            .quotes = m_quotes->currentData() == u"all"_s ? Quotes::All : Quotes::Needed,
            .nullText = m_null->text(),
            .lineEnd = m_lineEnd->currentData() == u"crlf"_s ? "\r\n" : "\n",
            .byteOrderMark = m_mark->isChecked(),
            .guardsFormulas = m_guard->isChecked()};
}

QString ExportLayoutForm::problem() const
{
    return ExportLayout::isNullText(m_null->text(), delimiter())
               ? QString()
               : tr("What stands for a missing number can hold no quotes, tabs or separators.");
}

void ExportLayoutForm::refresh()
{
    const QString refusal = problem();
    m_refusal->setText(refusal);
    m_refusal->setVisible(!refusal.isEmpty());
    setStyleProperty(m_null, "refused", !refusal.isEmpty());
    m_null->setAccessibleDescription(refusal);
    Q_EMIT changed();
}

QJsonObject ExportLayoutForm::state() const
{
    return {{u"delimiter"_s, QString(m_delimiter->currentData().toChar())},
            {u"quotes"_s, m_quotes->currentData().toString()},
            {u"lineEnd"_s, m_lineEnd->currentData().toString()},
            {u"null"_s, m_null->text()},
            {u"guard"_s, m_guard->isChecked()},
            {u"mark"_s, m_mark->isChecked()}};
}

void ExportLayoutForm::apply(const QJsonObject& state)
{
    const QString delimiter = state[u"delimiter"_s].toString();
    if (delimiter.size() == 1)
        choose(m_delimiter, delimiter.front());
    choose(m_quotes, state[u"quotes"_s].toString());
    choose(m_lineEnd, state[u"lineEnd"_s].toString());
    m_null->setText(state[u"null"_s].toString());
    m_guard->setChecked(state[u"guard"_s].toBool(true));
    m_mark->setChecked(state[u"mark"_s].toBool());
}

} // namespace clientele
