// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/customersource.h"

#include "core/services/book.h"
#include "ui/models/pagecache.h"

namespace clientele {

Task<CustomerPage> BookSource::page(const CustomerQuery& query, const PageRequest& request)
{
    return m_book.page(query, request);
}

Task<std::optional<CustomerGlimpse>> BookSource::glimpse(const CustomerQuery& query)
{
    return m_book.glimpse(query, int(PageCache::pageRows));
}

Task<FirstRows> BookSource::firstRows(const CustomerQuery& query)
{
    return m_book.firstRows(query, int(PageCache::pageRows));
}

Task<qint64> BookSource::count(const CustomerQuery& query)
{
    return m_book.count(query);
}

Task<std::vector<CustomerId>> BookSource::among(const CustomerQuery& query,
                                                const std::vector<CustomerId>& ids)
{
    return m_book.among(query, ids);
}

Task<CustomerSurvey> BookSource::survey(const CustomerQuery& query,
                                        const std::optional<Customer>& landmark)
{
    return m_book.survey(query, landmark);
}

Task<std::optional<qint64>> BookSource::estimate(const CustomerQuery& query)
{
    return m_book.estimate(query);
}

} // namespace clientele
