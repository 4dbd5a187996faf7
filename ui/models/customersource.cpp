// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/customersource.h"

#include "core/services/book.h"

namespace clientele {

Task<CustomerPage> BookSource::page(const CustomerQuery& query, const PageRequest& request)
{
    return m_book.page(query, request);
}

Task<qint64> BookSource::count(const CustomerQuery& query)
{
    return m_book.count(query);
}

} // namespace clientele
