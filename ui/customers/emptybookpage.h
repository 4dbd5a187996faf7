// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace clientele {

/// A book without customers: four ways to have some.
class EmptyBookPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyBookPage)

public:
    explicit EmptyBookPage(QWidget* parent = nullptr);

    /// @p local: the book is a file on this computer.
    void describeBook(bool local, bool readOnly);

Q_SIGNALS:
    void importRequested();
    void newRequested();
    void samplesRequested();
    void connectRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QGridLayout* m_grid;
    QList<QPushButton*> m_cards;
    QLabel* m_note;

    void addCard(QStringView iconName, const QString& title, const QString& text,
                 const QString& name, void (EmptyBookPage::*chosen)());
    void arrange();
};

} // namespace clientele
