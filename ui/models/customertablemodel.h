// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/models/customersource.h"
#include "ui/models/fetchplan.h"
#include "ui/models/landing.h"
#include "ui/models/pagecache.h"
#include "ui/models/tablepatience.h"
#include "ui/models/tablesurvey.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

#include <map>
#include <memory>

namespace clientele {

/// The customers of a query as rows, however many: it knows their number (an estimate at first),
/// holds the pages that were seen last, and fetches what is visible and a bit ahead. data() is a
/// look-up; rows that are not there yet are empty and say so by LoadingRole. The rows of the query
/// before stay until those of a new one are there.
///
/// Pages at hand that touch are known to follow each other, or are fetched again from the edge of
/// what the person looks at: scrolling shows no customer twice and leaves none out, whatever others
/// write. Row numbers may turn out wrong; then rows are inserted or removed at the top, so that
/// indexes and selections stay with their customers, and rowsShifted() says so.
class CustomerTableModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CustomerTableModel)

public:
    enum Column
    {
        Name,
        Email,
        Phone,
        Created,
        Updated,
        Id,
        ColumnCount
    };
    enum Role
    {
        LoadingRole = Qt::UserRole + 1,
        InactiveRole,
        NullRole,
        UnsavedRole
    };

    explicit CustomerTableModel(std::unique_ptr<CustomerSource> source, QObject* parent = nullptr);
    ~CustomerTableModel() override;

    void setPatience(const TablePatience& patience);
    /// Asks for the first page, and cancels whatever was asked before. Where only the order differs
    /// and a customer is current, for the page where that customer stands then.
    void setQuery(const CustomerQuery& query);
    [[nodiscard]] const CustomerQuery& query() const { return m_query; }
    /// Whom a new order is to show.
    void setCurrent(const std::optional<Customer>& customer) { m_current = customer; }
    /// Fetches again what is visible, around the customer at the top of the screen, and counts.
    void refresh();
    /// The rows on the screen, both ends included.
    void setVisibleRows(int first, int last);

    [[nodiscard]] const Customer* customerAt(int row) const { return m_cache.at(row); }
    /// -1 where the customer is not at hand.
    [[nodiscard]] int rowOf(CustomerId id) const;
    /// How to ask for the customers from @p row on: by the key of the one there where it is at
    /// hand, else from the nearest place that is known.
    [[nodiscard]] PageRequest requestFrom(int row) const;
    void applyChanged(const Customer& customer);
    void removeCustomers(const std::vector<Customer>& customers);
    void setUnsaved(const QSet<CustomerId>& ids);
    void setEditable(bool editable) { m_editable = editable; }

    [[nodiscard]] qint64 total() const { return m_total; } ///< -1 until there is an idea of it
    [[nodiscard]] bool isEstimate() const { return m_estimate; } ///< or not known at all
    [[nodiscard]] bool isLoading() const { return m_asking; }
    /// True where all that is wanted for the screen is there, as new as is wanted.
    [[nodiscard]] bool isSettled() const { return !m_unsettled; }
    /// The rows are some of the first that match: the others are on their way.
    [[nodiscard]] bool isGlimpse() const { return m_expected >= 0; }
    [[nodiscard]] bool hasAnswer() const { return m_answered; }
    /// True while rows move because they were counted again.
    [[nodiscard]] bool isRearranging() const { return m_rearranging; }
    [[nodiscard]] CustomerSource& source() const { return *m_source; }

    static CustomerField fieldOf(int column);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void loadingChanged(bool loading);
    /// The rows of a new query are there; @p row is the current customer's, or -1 at the top.
    void queryShown(int row);
    /// The current customer was found at last, after the top was shown.
    void currentFound(int row);
    void totalChanged(qint64 total, bool estimate);
    /// From asking to the first rows.
    void answered(qint64 milliseconds);
    void rowsShown(int first, int last);
    /// Every row is @p by further down than before.
    void rowsShifted(int by);
    /// The program itself removed them, at hand or not.
    void customersGone(const QSet<clientele::CustomerId>& ids);
    /// All that is wanted for the screen is there.
    void settled();
    void failed(const clientele::Error& error);
    void cellEdited(const clientele::Customer& seen, clientele::CustomerField field,
                    const QString& text);

private:
    struct Flight
    {
        PageFetch fetch;
        Task<CustomerPage> task;
    };

    std::unique_ptr<CustomerSource> m_source;
    PageCache m_cache;
    TableSurvey m_survey;
    Landing m_landing;
    CustomerQuery m_query;
    std::optional<Customer> m_current;
    QSet<CustomerId> m_unsaved;
    std::map<PageFetch::Course, Flight> m_flights;
    Task<FirstRows> m_firstRows;
    Task<CustomerPage> m_firstPage;
    Task<std::optional<CustomerGlimpse>> m_glimpse;
    FetchWindow m_window;
    TablePatience m_patience;
    QElapsedTimer m_asked;
    QElapsedTimer m_moved;
    QTimer m_jump;
    QTimer m_pageDue; ///< runs while a glimpse is looked at
    QTimer m_age;
    quint64 m_generation = 0;
    qint64 m_total = -1;
    QList<qint64> m_lastAnswers; ///< milliseconds; the line takes no more than the quickest
    int m_rows = 0;
    int m_steady = 0; ///< steps of the screen in one direction, negative upwards
    bool m_estimate = true;
    bool m_numbered = true; ///< row numbers count from the top, not from an estimated end
    qint64 m_expected = -1; ///< matches, as the glimpse that is shown had it
    bool m_asking = false;
    bool m_answered = false;
    bool m_unanswered = false; ///< the query could not be: the rows are still the one before's
    bool m_unsettled = false;
    bool m_rearranging = false;
    bool m_arriving = false;
    bool m_editable = true;

    void cancelAll();
    void setAsking(bool asking);
    void askFirst();
    void askFirstPage();
    void askGlimpse();
    void takeFirst(Result<CustomerPage> page);
    void showGlimpse(CustomerGlimpse glimpse);
    bool completeGlimpse(CustomerPage& page);
    void show(qint64 first, std::vector<Customer> rows, const PageLinks& links, qint64 total,
              int current);
    void showFirst(CustomerPage page);
    void showLanding(Landing::Place place);
    void takeEstimate(qint64 estimate);
    void takeSurvey(const CustomerSurvey& survey, const std::optional<Customer>& landmark);
    void setTotal(qint64 total, bool estimate);
    void setRowCount(qint64 rows);
    void shiftRows(qint64 by);
    void fetchVisible(bool jumpsToo);
    void dropFarFlights(const std::vector<PageFetch>& wanted);
    void fetch(PageFetch fetch);
    [[nodiscard]] PageRequest jumpRequest(PageFetch& fetch) const;
    void take(const PageFetch& fetch, CustomerPage page);
    void takeAbove(const PageFetch& fetch, CustomerPage page);
    void takeLast(const PageFetch& fetch, CustomerPage page);
    void putPage(qint64 first, std::vector<Customer> rows, const PageLinks& links);
    void endAt(qint64 rows);
    void wantSurvey(std::chrono::milliseconds pause);
    void settle();
    [[nodiscard]] QVariant text(const Customer& customer, int column) const;
    [[nodiscard]] QString accessibleText(const Customer& customer, int column) const;
};

} // namespace clientele
