// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

private:
    void choose();
    void refresh();

    ImportSetup& m_setup;
    MessageBar* m_message;
    QLabel* m_heading;
    QLabel* m_note;
};

} // namespace clientele
