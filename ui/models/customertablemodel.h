// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/models/customersource.h"
#include "ui/models/pagecache.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

#include <map>
#include <memory>

namespace clientele {

/// The customers of a query as rows, however many: it knows their number, holds the pages that were
/// seen last, and fetches what is visible. data() is a look-up; rows that are not there yet are
/// empty and say so by LoadingRole. The rows of the query before stay until the first page of a new
/// one is there.
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

    /// Asks for the first page, and drops and cancels whatever was asked before.
    void setQuery(const CustomerQuery& query);
    [[nodiscard]] const CustomerQuery& query() const { return m_query; }
    /// Fetches again what is visible, and counts; the rows stay where they are meanwhile.
    void refresh();
    /// The rows on the screen, both ends included.
    void setVisibleRows(int first, int last);

    [[nodiscard]] const Customer* customerAt(int row) const { return m_cache.at(row); }
    /// -1 where the customer is not at hand.
    [[nodiscard]] int rowOf(CustomerId id) const;
    void applyChanged(const Customer& customer);
    void removeCustomers(const std::vector<Customer>& customers);
    void setUnsaved(const QSet<CustomerId>& ids);
    void setEditable(bool editable) { m_editable = editable; }

    [[nodiscard]] qint64 total() const { return m_total; } ///< -1 until it is counted
    [[nodiscard]] bool isLoading() const { return m_asking; }
    /// False until the first answer.
    [[nodiscard]] bool hasAnswer() const { return m_answered; }
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
    void queryShown();
    void totalChanged(qint64 total);
    void pageShown(qint64 page);
    void failed(const clientele::Error& error);
    void cellEdited(const clientele::Customer& seen, clientele::CustomerField field,
                    const QString& text);

private:
    std::unique_ptr<CustomerSource> m_source;
    PageCache m_cache;
    CustomerQuery m_query;
    QSet<CustomerId> m_unsaved;
    std::map<qint64, Task<CustomerPage>> m_flights;
    Task<CustomerPage> m_firstPage;
    Task<qint64> m_count;
    QTimer m_jump;
    quint64 m_generation = 0;
    qint64 m_total = -1;
    int m_rows = 0;
    int m_firstVisible = 0;
    int m_lastVisible = 50;
    bool m_asking = false;
    bool m_answered = false;
    bool m_unanswered =
        false; ///< the query could not be asked: the rows are still the one before's
    bool m_editable = true;

    void cancelAll();
    void setAsking(bool asking);
    void showFirst(CustomerPage page);
    void countAll();
    void setTotal(qint64 total);
    void setRowCount(qint64 rows);
    void fetchVisible(bool jumpsToo);
    void fetch(qint64 page);
    [[nodiscard]] std::optional<PageRequest> neighbourRequest(qint64 page) const;
    [[nodiscard]] PageRequest jumpRequest(qint64 page) const;
    void showPage(qint64 page, PageRequest::Where where, CustomerPage arrived);
    [[nodiscard]] QVariant text(const Customer& customer, int column) const;
    [[nodiscard]] QString accessibleText(const Customer& customer, int column) const;
};

} // namespace clientele
