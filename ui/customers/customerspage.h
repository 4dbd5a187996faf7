// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"
#include "core/domain/customerquery.h"
#include "core/services/bookinfo.h"
#include "core/task.h"
#include "ui/customers/copyrows.h"
#include "ui/customers/pendingedits.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QMenu;
class QSplitter;
class QStackedWidget;

namespace clientele {

class AdoptionHint;
class Book;
class ColumnLayout;
class CustomerTableModel;
class CustomerTableView;
class DetailsPanel;
class EditController;
class EditJournal;
class EmptyBookPage;
class FilterBar;
class JsonStore;
class MessageBar;
class SearchController;
class SelectionActs;
class SavedViews;
class StatePage;
class ViewsMenu;

/// What can be done at the moment, for menus and buttons.
struct PageActions
{
    bool edit = false; ///< the book can be written to
    bool save = false;
    bool revert = false;
    bool selected = false;
    bool undo = false;
    bool redo = false;
    bool details = false; ///< a form is open
    bool adopt = false;   ///< the table is one that others made, and can be taken over
};

/// The customers of one open book: filters, table, details.
class CustomersPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CustomersPage)

public:
    /// The book and the store must outlive it.
    CustomersPage(Book& book, const Profile& profile, JsonStore& store, QWidget* parent = nullptr);
    ~CustomersPage() override;

    [[nodiscard]] Book& book() const { return m_book; }
    [[nodiscard]] SearchController& search() const { return *m_search; }
    [[nodiscard]] EditController& edits() const { return *m_edits; }
    [[nodiscard]] SelectionActs& acts() const { return *m_acts; }
    [[nodiscard]] CustomerTableModel& model() const { return *m_model; }
    [[nodiscard]] CustomerTableView& table() const { return *m_table; }
    [[nodiscard]] DetailsPanel& details() const { return *m_details; }
    [[nodiscard]] MessageBar& messages() const { return *m_messages; }
    [[nodiscard]] AdoptionHint& adoption() const { return *m_adoption; }
    [[nodiscard]] FilterBar& filters() const { return *m_filters; }
    [[nodiscard]] ViewsMenu& views() const { return *m_views; }
    [[nodiscard]] PageActions actions() const;
    [[nodiscard]] int unsaved() const { return m_pending.count(); }
    void fillColumnMenu(QMenu* menu) const;
    /// Those that the table shows, in its order.
    [[nodiscard]] QList<CustomerField> shownColumns() const;
    /// All there are, as last counted; -1 where that is not known.
    [[nodiscard]] qint64 customersInBook() const { return m_whole; }

    void newCustomer();
    void duplicate();
    void save();
    void focusTable();
    void setDetailsOpen(bool open);
    void setDetailsWidth(int width);
    [[nodiscard]] bool detailsOpen() const { return m_detailsOpen; }
    /// Esc: from the details back to the table.
    void goBack();
    void addSamples();
    /// The connection was lost and is there again: what is on the screen is fetched anew, in place.
    void comeBack();

Q_SIGNALS:
    void actionsChanged();
    void acted(const QString& text, bool undoable);
    void unsavedChanged(int count);
    void sortChanged(const QList<clientele::SortKey>& keys);
    void detailsResized(int width);
    void importRequested();
    void connectRequested();
    void clearRequested();
    /// The first rows, or that there are none, are on the screen.
    void firstShown();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum Page
    {
        BlankPage,
        TablePage,
        EmptyPage,
        NothingPage
    };

    Book& m_book;
    PendingEdits m_pending;
    CustomerTableModel* m_model;
    SearchController* m_search;
    EditController* m_edits;
    EditJournal* m_journal;
    MessageBar* m_messages;
    AdoptionHint* m_adoption;
    FilterBar* m_filters;
    QSplitter* m_splitter;
    QStackedWidget* m_pages;
    CustomerTableView* m_table;
    EmptyBookPage* m_empty;
    StatePage* m_nothing;
    DetailsPanel* m_details;
    SelectionActs* m_acts;
    ColumnLayout* m_columns;
    SavedViews* m_savedViews;
    ViewsMenu* m_views;
    QTimer m_refresh;
    Task<qint64> m_wholeCount;
    Task<qint64> m_widerCount; ///< how many a search among all would find
    /// What the page of nobody found speaks of at the moment.
    std::optional<CustomerQuery> m_nothingFor;
    qint64 m_whole = -1; ///< all customers there are; not known yet
    bool m_countingWhole = false;
    std::optional<CustomerId> m_heldBack; ///< could not be saved for want of a connection
    CustomerId m_lastSaved;               ///< stays open wherever its new values move it
    bool m_detailsOpen = true;
    bool m_covering = false; ///< in a narrow window: the details instead of the table

    void arrange(const Profile& profile);
    void connectTable();
    void connectSearch();
    void connectEdits();
    void connectForm();
    void updateRows();
    void updateCount();
    void describeNothing();
    void offerWider(const CustomerQuery& query);
    void followSort(const CustomerQuery& query);
    void countWhole();
    void followSelection();
    void followLoss(bool otherSearch);
    void arrangeDetails();
    void editCell(const Customer& seen, CustomerField field, const QString& text);
    void showConflict(const PendingEdit& edit, const Customer& theirs);
    void showSaveFailure(const PendingEdit& edit, const Error& error);
    void showError(const Error& error, const std::function<void()>& again);
    void openCustomer(const Customer& customer);
    [[nodiscard]] QString readOnlyReason() const;
};

} // namespace clientele
