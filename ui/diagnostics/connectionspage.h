// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace clientele {

class Book;
class StatusDot;

/// Where the book is, and what its connections are and were doing, in words and numbers. Asks only
/// while it is on the screen.
class ConnectionsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionsPage)

public:
    explicit ConnectionsPage(QWidget* parent = nullptr);

    /// nullptr where none is open. Must be told before the book goes.
    void setBook(Book* book);
    /// Everything that is shown as lines of text.
    void copy() const;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QPointer<Book> m_book;
    QTimer m_poll;
    StatusDot* m_dot;
    QGridLayout* m_grid;
    QHash<QString, QLabel*> m_values;          ///< by object name
    QList<std::pair<QString, QString>> m_rows; ///< object names and titles, as they stand

    void addGroup(const QString& title);
    /// @p meaning says in words what the value tells.
    void addRow(const QString& name, const QString& title, const QString& meaning = {});
    void put(const QString& name, const QString& value);
    void putNumber(const QString& name, qint64 value);
    void poll();
    void describeBook();
    void describePool();
};

} // namespace clientele
