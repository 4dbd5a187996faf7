// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/book.h"

#include <QMap>

#include <random>

namespace clientele::soak {

/// What one customer is to be when all is over, as far as its writer was told.
struct Entry
{
    bool isThere = false;
    bool isCertain = true; ///< false after an outcome that could not be found out
    QString name;
    int writes = 0;      ///< updates that were told to be done
    int mayBeWrites = 0; ///< and those of which it is not known
    std::optional<Customer> seen;
};

/// Starts a task of a book in the book's own thread, as a window does, and hands it to this one.
template <class Start>
auto onBook(Book& book, Start start)
{
    decltype(start()) task;
    QMetaObject::invokeMethod(
        &book, [&] { task = start(); }, Qt::BlockingQueuedConnection);
    return task;
}

/// Creates, changes and deletes customers of its own, as a person or program would, and keeps a
/// ledger of what it was told. Used in one thread.
class Writer final
{
    Q_DISABLE_COPY_MOVE(Writer)

public:
    Writer(Book& book, int number, unsigned seed) : m_book(book), m_number(number), m_random(seed)
    {}

    void act();

    [[nodiscard]] const QMap<QString, Entry>& ledger() const { return m_ledger; } ///< by e-mail
    [[nodiscard]] const QMap<QString, int>& outcomes() const { return m_outcomes; }

private:
    void create();
    void createMany();
    void update(Entry& entry);
    void remove(const QString& email, Entry& entry);
    void lookAt(const QString& email, Entry& entry);
    CustomerDraft draft();
    void note(const QString& act, const std::optional<Error>& error);
    void take(const CustomerDraft& draft, const std::optional<Error>& error,
              const std::optional<Customer>& made);

    Book& m_book;
    const int m_number;
    std::mt19937 m_random;
    int m_made = 0;
    int m_changes = 0;
    QMap<QString, Entry> m_ledger;
    QMap<QString, int> m_outcomes;
};

} // namespace clientele::soak
