// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace clientele {

class Book;
class MessageBar;
class SqlView;

/// For a database without a customer table: what would be made, the SQL, and the button that makes
/// it. Nothing is made before.
class CreateTablesPage final : public QWidget
{
    Q_OBJECT

public:
    /// @p book must outlive the page.
    explicit CreateTablesPage(Book& book, QWidget* parent = nullptr);

Q_SIGNALS:
    void created();

private:
    void create();

    Book& m_book;
    MessageBar* m_message;
    SqlView* m_sql;
    QPushButton* m_create;
};

} // namespace clientele
