// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace clientele {

class Book;
class JsonStore;
class MessageBar;
struct Error;

/// Over a table that another program made: that it is used as it is, and that Clientele can take it
/// over. Nothing is taken over without a question; a hint that was closed does not come again.
class AdoptionHint final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdoptionHint)

public:
    /// @p memory names the file in @p store that remembers a hint that was closed. Both must
    /// outlive it.
    AdoptionHint(Book& book, JsonStore& store, const QString& memory, QWidget* parent = nullptr);

    /// Shows the hint. Comes by itself where the book is one to take over.
    void offer();
    /// Asks, and takes the table over where the person says so.
    void ask();

Q_SIGNALS:
    void adopted();

private:
    Book& m_book;
    JsonStore& m_store;
    QString m_memory;
    MessageBar* m_bar;

    void showSql();
    void adopt();
    void showFailure(const Error& error);
};

} // namespace clientele
