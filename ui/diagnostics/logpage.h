// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QSplitter;
class QStackedWidget;

namespace clientele {

class ActivityFilter;
class ActivityModel;
class Book;
class LogFilters;
class PlainTable;
class SqlView;
class StatePage;

/// What the book's connections do, as it happens: to filter, to read and to copy. Asks only while
/// it is on the screen.
class LogPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogPage)

public:
    explicit LogPage(QWidget* parent = nullptr);

    /// nullptr where none is open. Must be told before the book goes.
    void setBook(Book* book);
    /// The rows that are selected, or all that are shown with a header, as text with tabs.
    void copy() const;
    void clear();
    /// What happens meanwhile is shown on going on, as far as the book remembers it.
    void setPaused(bool paused);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QPointer<Book> m_book;
    ActivityModel* m_records;
    ActivityFilter* m_shown;
    LogFilters* m_filters;
    QStackedWidget* m_pages;
    QSplitter* m_splitter;
    PlainTable* m_table;
    SqlView* m_record;
    StatePage* m_nothing;
    QCheckBox* m_values;
    QLabel* m_warning;
    QTimer m_poll;
    bool m_paused = false;
    bool m_following = true; ///< the newest row stays in sight

    void arrange();
    void arrangeTable();
    void poll();
    void follow();
    void describe();
    void describeNothing();
    void describeValues();
    void showRecord();
    void keepPlace(int removed);
};

} // namespace clientele
