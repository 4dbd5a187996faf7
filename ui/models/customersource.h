// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"
#include "core/task.h"

namespace clientele {

class Book;

/// Where a table's rows come from: a book, or a test's own list.
class CustomerSource
{
public:
    virtual ~CustomerSource() = default;
    virtual Task<CustomerPage> page(const CustomerQuery& query, const PageRequest& request) = 0;
    /// Where page() is foreseen to take long, some of the first rows.
    virtual Task<std::optional<CustomerGlimpse>> glimpse(const CustomerQuery& query) = 0;
    /// Such a glimpse, or else the first page.
    virtual Task<FirstRows> firstRows(const CustomerQuery& query) = 0;
    virtual Task<qint64> count(const CustomerQuery& query) = 0;
    /// Which of @p ids the query finds.
    virtual Task<std::vector<CustomerId>> among(const CustomerQuery& query,
                                                const std::vector<CustomerId>& ids) = 0;
    virtual Task<CustomerSurvey> survey(const CustomerQuery& query,
                                        const std::optional<Customer>& landmark) = 0;
    virtual Task<std::optional<qint64>> estimate(const CustomerQuery& query) = 0;
};

/// The book must outlive it.
class BookSource final : public CustomerSource
{
public:
    explicit BookSource(Book& book) : m_book(book) {}
    Task<CustomerPage> page(const CustomerQuery& query, const PageRequest& request) override;
    Task<std::optional<CustomerGlimpse>> glimpse(const CustomerQuery& query) override;
    Task<FirstRows> firstRows(const CustomerQuery& query) override;
    Task<qint64> count(const CustomerQuery& query) override;
    Task<std::vector<CustomerId>> among(const CustomerQuery& query,
                                        const std::vector<CustomerId>& ids) override;
    Task<CustomerSurvey> survey(const CustomerQuery& query,
                                const std::optional<Customer>& landmark) override;
    Task<std::optional<qint64>> estimate(const CustomerQuery& query) override;

private:
    Book& m_book;
};

} // namespace clientele
