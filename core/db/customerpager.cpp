// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/customerpager.h"

#include "core/db/errors.h"
#include "core/db/textcheck.h"

#include <QRegularExpression>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

Result<std::vector<Customer>> CustomerPager::select(const Statement& statement)
{
    auto rows = m_session.execute(statement.sql, statement.parameters);
    if (!rows)
        return rows.error();
    return CustomerSql::readCustomers(*rows);
}

/// Frequent words are found by walking along the sort index, which is done after a few rows unless
/// the matches all lie far from where the page begins ("Sophia" in the order of names): so only
/// half as far as the full-text index would give matches to sort. nullopt where it was not walked,
/// or in vain.
Result<std::optional<CustomerPage>> CustomerPager::walk(const CustomerQuery& query,
                                                        const PageRequest& request)
{
    const CustomerField first = query.sort.isEmpty() ? CustomerField::Id : query.sort.first().field;
    const bool hasIndex =
        query.sort.size() <= 1 && (first == CustomerField::Id || first == CustomerField::Name ||
                                   first == CustomerField::CreatedAt);
    const bool jumps = request.where == PageRequest::Where::Offset && request.offset > 0;
    const auto probe =
        hasIndex && !jumps ? m_sql.probe(query, m_walking.countedMatches) : std::nullopt;
    if (!probe)
        return std::optional<CustomerPage>();
    auto found = m_session.execute(probe->sql, probe->parameters);
    if (!found)
        return found.error();
    const qint64 matches = found->at(0).integer(0);
    if (matches < m_walking.manyMatches)
        return std::optional<CustomerPage>();
    auto ahead = select(m_sql.boundary(query, request, matches / 2));
    if (!ahead)
        return ahead.error();
    const auto bound = ahead->empty() ? std::nullopt : std::optional(ahead->front());
    auto rows = select(m_sql.page(query, request, SearchPlan::Walk, bound));
    if (!rows)
        return rows.error();
    const bool enough = !bound || rows->size() == static_cast<size_t>(request.limit);
    return enough ? std::optional(CustomerPage{std::move(*rows)}) : std::nullopt;
}

Result<CustomerPage> CustomerPager::page(const CustomerQuery& query, const PageRequest& request)
{
    if (const auto fault = refuseToSearch(query.text))
        return *fault;
    auto page = walk(query, request);
    if (!page)
        return page.error();
    if (!*page) {
        auto rows = select(m_sql.page(query, request));
        if (!rows)
            return rows.error();
        *page = CustomerPage{std::move(*rows)};
    }
    if (CustomerSql::isReversed(request))
        std::ranges::reverse((*page)->rows);
    return std::move(**page);
}

Result<qint64> CustomerPager::number(const Statement& statement)
{
    auto rows = m_session.execute(statement.sql, statement.parameters);
    if (!rows)
        return rows.error();
    return rows->at(0).integer(0);
}

Result<qint64> CustomerPager::count(const CustomerQuery& query)
{
    if (const auto fault = refuseToSearch(query.text))
        return *fault;
    return number(m_sql.count(query));
}

Result<CustomerSurvey> CustomerPager::survey(const CustomerQuery& query,
                                             const std::optional<Customer>& landmark)
{
    if (const auto fault = refuseToSearch(query.text))
        return *fault;
    auto survey = m_session.engine() == Engine::Sqlite ? surveyOfStream(query, landmark)
                                                       : surveyOfServer(query, landmark);
    if (!survey || !landmark || survey->landmarkRow >= 0)
        return survey;
    const auto rank = number(m_sql.rank(query, *landmark)); // it is gone; its place is not
    if (!rank)
        return rank.error();
    survey->landmarkRow = *rank;
    return survey;
}

Result<CustomerSurvey> CustomerPager::surveyOfStream(const CustomerQuery& query,
                                                     const std::optional<Customer>& landmark)
{
    CustomerSurvey survey;
    const Statement statement = m_sql.survey(query, landmark);
    const auto read = m_session.stream(statement.sql, statement.parameters, [&](const Row& row) {
        if (landmark && row.integer(0) == landmark->id.value)
            survey.landmarkRow = survey.total;
        if (survey.total++ % CustomerSurvey::step == 0)
            survey.anchors.push_back(CustomerSql::readCustomer(row));
        return true;
    });
    if (!read)
        return read.error();
    return survey;
}

Result<CustomerSurvey> CustomerPager::surveyOfServer(const CustomerQuery& query,
                                                     const std::optional<Customer>& landmark)
{
    const Statement statement = m_sql.survey(query, landmark);
    auto rows = m_session.execute(statement.sql, statement.parameters);
    if (!rows)
        return rows.error();
    CustomerSurvey survey;
    for (int i = 0; i < rows->count(); ++i) {
        const Row row = rows->at(i);
        const qint64 at = row.integer(7) - 1;
        survey.total = at + 1; // the last of them is the last of all
        Customer customer = CustomerSql::readCustomer(row);
        if (landmark && customer.id == landmark->id)
            survey.landmarkRow = at;
        if (at % CustomerSurvey::step == 0)
            survey.anchors.push_back(std::move(customer));
    }
    return survey;
}

Result<std::optional<qint64>> CustomerPager::estimate(const CustomerQuery& query)
{
    if (const auto fault = refuseToSearch(query.text))
        return *fault;
    const auto statement = m_sql.estimate(query);
    if (!statement)
        return std::optional<qint64>();
    auto rows = m_session.execute(statement->sql, statement->parameters);
    if (!rows) {
        return errors::isRefusal(rows.error()) ? Result(std::optional<qint64>())
                                               : Result<std::optional<qint64>>(rows.error());
    }
    if (m_session.engine() == Engine::Sqlite)
        return std::optional(rows->at(0).integer(0));
    static const QRegularExpression planned(u"rows=(\\d+)"_s);
    const auto match = planned.match(rows->at(0).text(0)); // the topmost node's
    return match.hasMatch() ? std::optional(match.captured(1).toLongLong())
                            : std::optional<qint64>();
}

Result<> CustomerPager::forEach(const CustomerQuery& query,
                                const std::function<bool(const Customer&)>& take)
{
    if (const auto fault = refuseToSearch(query.text))
        return *fault;
    const Statement statement = m_sql.all(query);
    return m_session.stream(statement.sql, statement.parameters,
                            [&](const Row& row) { return take(CustomerSql::readCustomer(row)); });
}

} // namespace clientele
