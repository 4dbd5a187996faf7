// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/booksession.h"

#include <QStackedWidget>

namespace clientele {

class CustomersPage;
class JsonStore;
class RetryCountdown;
class StatePage;

/// The page that fits the state of the book: its customers, or why there are none and what to do.
class BookPages final : public QStackedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BookPages)

public:
    BookPages(BookSession& session, JsonStore& store, QWidget* parent = nullptr);

    /// nullptr unless a book is open.
    [[nodiscard]] CustomersPage* customers() const { return m_customers; }
    /// For what stands in the way before there is a session at all.
    void showProblem(const Error& error);

Q_SIGNALS:
    /// There is a page of customers now, or there is none any more.
    void customersReplaced(clientele::CustomersPage* page);
    void connectRequested();

private:
    BookSession& m_session;
    JsonStore& m_store;
    RetryCountdown* m_countdown;
    StatePage* m_state;
    QWidget* m_tables = nullptr;
    CustomersPage* m_customers = nullptr;

    void follow(BookSession::State state);
    void dropPages();
    void showOpening();
    void showFailed();
    void showForeign();
    void showMissing();
    void showCustomers();
    void askPassword();
};

} // namespace clientele
