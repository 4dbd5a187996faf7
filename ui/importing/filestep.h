// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importcheckpoints.h"

#include <QFrame>

class QLabel;

namespace clientele {

class ImportSetup;
class MessageBar;

/// Step 1: a file is chosen, or dropped anywhere on the page.
class FileStep final : public QWidget
{
    Q_OBJECT

public:
    explicit FileStep(ImportSetup& setup, QWidget* parent = nullptr);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

Q_SIGNALS:
    void pasted(const QByteArray& text);
    /// An import that was cut off is to go on.
    void resumeRequested(const clientele::ImportPlan& plan);

private:
    void choose();
    void paste();
    void findUnfinished();
    void offer();
    void forget(const QString& id);
    void refresh();

    ImportSetup& m_setup;
    QList<UnfinishedImport> m_offers; ///< cut off imports; the last one is shown
    MessageBar* m_unfinished;
    MessageBar* m_message;
    QLabel* m_heading;
    QLabel* m_note;
};

} // namespace clientele
