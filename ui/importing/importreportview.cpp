// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/importreportview.h"

#include "core/services/wording.h"
#include "ui/common/messagebar.h"
#include "ui/common/plaintable.h"
#include "ui/common/sectionlabel.h"
#include "ui/importing/filecopy.h"
#include "ui/importing/jobwording.h"
#include "ui/importing/sumview.h"
#include "ui/importing/texttablemodel.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

QString headline(const ImportReport& report)
{
    const QString time = jobwording::duration(report.seconds);
    if (report.ended && report.ended->kind == ErrorKind::Cancelled)
        return ImportReportView::tr("The import was cancelled after %1").arg(time);
    if (report.ended)
        return ImportReportView::tr("The import stopped after %1").arg(time);
    if (report.created + report.updated == 0)
        return ImportReportView::tr("Nothing new: the book is as it was");
    if (report.created == 0)
        return ImportReportView::tr("%Ln customers updated in %1", nullptr, int(report.updated))
            .arg(time);
    const qint64 written = report.created + report.updated;
    return ImportReportView::tr("%Ln customers imported in %1", nullptr, int(written)).arg(time);
}

/// Reject::column for people.
QString columnName(const QString& column)
{
    if (column == "name"_L1)
        return ImportReportView::tr("Name");
    if (column == "email"_L1)
        return ImportReportView::tr("E-mail");
    if (column == "phone"_L1)
        return ImportReportView::tr("Phone");
    if (column == "is_active"_L1)
        return ImportReportView::tr("Active");
    if (column == "created_at"_L1)
        return ImportReportView::tr("Created");
    return column == "fields"_L1 ? ImportReportView::tr("Row") : column;
}

} // namespace

ImportReportView::ImportReportView(QWidget* parent)
    : QWidget(parent), m_message(new MessageBar(this)),
      m_heading(makeLabel({}, TextRole::Title, this)), m_numbers(new SumView(this)),
      m_rejectsHeading(makeLabel({}, TextRole::Heading, this)), m_model(new TextTableModel(this)),
      m_table(new PlainTable(this))
{
    m_message->setObjectName(u"reportMessage"_s);
    m_heading->setObjectName(u"reportHeading"_s);
    m_numbers->setObjectName(u"reportNumbers"_s);
    m_table->setObjectName(u"rejects"_s);
    m_table->setAccessibleName(tr("Rejected rows"));
    m_table->setModel(m_model);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_message);
    layout->addWidget(m_heading);
    layout->addWidget(m_numbers);
    layout->addSpacing(4);
    layout->addWidget(m_rejectsHeading);
    layout->addWidget(m_table, 1);
    layout->addStretch(0);
}

void ImportReportView::setReport(const ImportReport& report, const QString& file)
{
    m_report = report;
    m_file = file;
    m_savedRejects.clear();
    m_heading->setText(headline(report));
    showNumbers();
    showRejects();
    showEnding();
}

void ImportReportView::showNumbers()
{
    m_numbers->setSum({{tr("new"), m_report.created, Token::Ok},
                       {tr("updated"), m_report.updated, Token::Accent},
                       {tr("unchanged"), m_report.unchanged, Token::Muted},
                       {tr("skipped"), m_report.skipped, Token::Warn},
                       {tr("rejected"), m_report.rejected, Token::Bad}},
                      {tr("rows read", nullptr, int(m_report.rows)), m_report.rows, Token::Text});
}

void ImportReportView::showEnding()
{
    if (!m_report.ended) {
        m_message->dismiss();
        return;
    }
    const bool wanted = m_report.ended->kind == ErrorKind::Cancelled;
    const QString kept = m_report.created + m_report.updated > 0
                             ? tr("The rows counted below are in the book. The same file can be "
                                  "imported again: what is there already counts as unchanged.")
                             : tr("Nothing was written.");
    m_message->showMessage(wanted ? MessageBar::Severity::Warning : MessageBar::Severity::Error,
                           wanted ? kept : wording::explain(*m_report.ended) + u' ' + kept, false);
}

void ImportReportView::showRejects()
{
    const bool any = hasRejects();
    m_rejectsHeading->setVisible(any);
    m_table->setVisible(any);
    const QLocale locale;
    const auto shown = qint64(m_report.firstRejects.size());
    m_rejectsHeading->setText(
        shown < m_report.rejected
            ? tr("Rejected rows: the first %1 of %2")
                  .arg(locale.toString(shown), locale.toString(m_report.rejected))
            : tr("Rejected rows"));
    std::vector<QStringList> rows;
    for (const Reject& reject : m_report.firstRejects)
        rows.push_back(
            {locale.toString(reject.line), columnName(reject.column), reject.value, reject.reason});
    m_model->setTable({tr("Line"), tr("Column"), tr("Value"), tr("Why")}, std::move(rows));
    m_table->setColumnWidths({60, 76, 190, 300}, 3);
}

void ImportReportView::saveRejects()
{
    const QFileInfo source(m_file);
    auto* dialog = new QFileDialog(this, tr("Save the rejected rows"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("CSV files (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->setDirectory(source.path());
    dialog->selectFile(source.completeBaseName() + u"-rejects.csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportReportView::saveRejectsTo);
    dialog->open();
}

void ImportReportView::saveRejectsTo(const QString& file)
{
    whenDone(copyFile(m_report.rejectsFile, file), this, [this, file](const Result<>& saved) {
        if (saved) {
            m_savedRejects = file;
            m_message->showMessage(MessageBar::Severity::Ok,
                                   tr("Saved to %1. Mend the rows there and import that file.")
                                       .arg(QDir::toNativeSeparators(file)));
            Q_EMIT rejectsSaved(file);
        } else {
            m_message->showMessage(MessageBar::Severity::Error, wording::explain(saved.error()));
        }
    });
}

} // namespace clientele
