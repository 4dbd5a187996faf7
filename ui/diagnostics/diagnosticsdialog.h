// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace clientele {

class Book;
class ConnectionsPage;
class LogPage;

/// What goes on between the window and its book, for people who look for the cause of something.
/// Stays open beside the window.
class DiagnosticsDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiagnosticsDialog)

public:
    enum Page
    {
        Connections,
        Log
    };

    explicit DiagnosticsDialog(QWidget* parent = nullptr);

    /// nullptr where none is open. Must be told before the book goes.
    void setBook(Book* book);
    void showPage(Page page);

private:
    QTabBar* m_tabs;
    QStackedWidget* m_pages;
    ConnectionsPage* m_connections;
    LogPage* m_log;
    QPushButton* m_pause;
    QPushButton* m_clear;

    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeFoot();
    void turnTo(int page);
};

} // namespace clientele
