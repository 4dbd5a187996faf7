// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importplan.h"

#include <QWidget>

class QLabel;

namespace clientele {

class MessageBar;
class PlainTable;
class SumView;
class TextTableModel;

/// How an import ended: the numbers, which add up to the rows read, and the rejected rows.
class ImportReportView final : public QWidget
{
    Q_OBJECT

public:
    explicit ImportReportView(QWidget* parent = nullptr);

    /// @p file is the imported file's name, from which the rejects file's is made.
    void setReport(const ImportReport& report, const QString& file);

    [[nodiscard]] bool hasRejects() const { return m_report.rejected > 0; }
    /// Where the rejected rows were saved last; empty before that.
    [[nodiscard]] const QString& savedRejects() const { return m_savedRejects; }
    /// Asks where to, and saves all rejected rows there in the background.
    void saveRejects();

Q_SIGNALS:
    void rejectsSaved(const QString& file);

private:
    void showNumbers();
    void showEnding();
    void showRejects();
    void saveRejectsTo(const QString& file);

    ImportReport m_report;
    QString m_file;
    QString m_savedRejects;
    MessageBar* m_message;
    QLabel* m_heading;
    SumView* m_numbers;
    QLabel* m_rejectsHeading;
    TextTableModel* m_model;
    PlainTable* m_table;
};

} // namespace clientele
