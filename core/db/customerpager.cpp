// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/customerpager.h"

#include "core/db/customerids.h"
#include "core/db/errors.h"
#include "core/db/textcheck.h"
#include "core/db/transaction.h"

#include <QHash>
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

/// Without knowing where matches stand: the index of words, where there are such, is at worst slow;
/// what planners guess of them is at worst never done.
SearchPlan CustomerPager::blindChoice(const CustomerQuery& query) const
{
    return searchsql::usesIndex(m_table, query) ? SearchPlan::Gather : SearchPlan::Planner;
}

CustomerPager::Plan CustomerPager::choose(const CustomerQuery& query,
                                          const PageRequest& request) const
{
    if (query.matchesAll())
        return {};
    const auto sample = m_samples ? m_samples->of(query.sort) : nullptr;
    if (!sample)
        return {.search = blindChoice(query)};
    const bool reversed = CustomerSql::isReversed(request);
    const qint64 wanted = request.offset + request.limit;
    const auto outlook = sample->outlook(query, reversed, wanted);
    const bool fromAnEnd = !request.anchor && request.offset == 0;
    qint64 ahead = outlook.rowsToWalk;
    // From the middle no more is known than how thick matches stand on the whole.
    if (!fromAnEnd && outlook.matches > 0)
        ahead = wanted * sample->total() / outlook.matches;
    if (ahead > m_limits.shortWalk && ahead > outlook.matches)
        return {.search = SearchPlan::Gather};
    return {.search = SearchPlan::Walk, .rows = std::max(m_limits.shortWalk, 2 * ahead)};
}

Result<std::vector<Customer>> CustomerPager::rows(const CustomerQuery& query,
                                                  const PageRequest& request, const Plan& plan)
{
    if (plan.search == SearchPlan::Gather)
        return gather(query, request);
    if (plan.search == SearchPlan::Planner)
        return select(m_sql.page(query, request, plan.search));
    auto walked = select(m_sql.walk(query, request, plan.rows));
    if (!walked || static_cast<qint64>(walked->size()) >= request.limit)
        return walked;
    return gather(query, request); // it was further than foreseen
}

Result<std::vector<Customer>> CustomerPager::gather(const CustomerQuery& query,
                                                    const PageRequest& request)
{
    const auto sample = m_samples ? m_samples->of(query.sort) : nullptr;
    const TrigramCounts* trigrams =
        sample && m_table.hasTrigramIndex ? &sample->trigrams() : nullptr;
    return select(m_sql.page(query, request, SearchPlan::Gather, trigrams));
}

Result<CustomerPage> CustomerPager::page(const CustomerQuery& query, const PageRequest& request)
{
    if (const auto fault = refuseToSearch(query.text))
        return *fault;
    auto found = rows(query, request, choose(query, request));
    if (!found)
        return found.error();
    if (CustomerSql::isReversed(request))
        std::ranges::reverse(*found);
    return CustomerPage{std::move(*found)};
}

Result<std::optional<CustomerGlimpse>> CustomerPager::glimpse(const CustomerQuery& query, int limit)
{
    if (const auto fault = refuseToSearch(query.text))
        return *fault;
    const PageRequest request{.limit = limit};
    return glimpse(query, request, choose(query, request));
}

Result<std::optional<CustomerGlimpse>> CustomerPager::glimpse(const CustomerQuery& query,
                                                              PageRequest request, const Plan& plan)
{
    using Glimpse = std::optional<CustomerGlimpse>;
    const bool quick = plan.search == SearchPlan::Walk && plan.rows <= 2 * m_limits.shortWalk;
    const auto sample = m_samples ? m_samples->of(query.sort) : nullptr;
    if (!sample || quick || plan.search == SearchPlan::Planner)
        return Glimpse();
    const auto outlook = sample->outlook(query, false, request.limit);
    if (!outlook.near || outlook.matches < m_limits.dearMatches)
        return Glimpse();
    request.where = PageRequest::Where::From;
    request.anchor = *outlook.near;
    auto found = select(m_sql.walk(query, request, m_limits.shortWalk));
    if (!found)
        return found.error();
    return found->size() < m_limits.enough
               ? Glimpse()
               : Glimpse(CustomerGlimpse{std::move(*found), outlook.matches});
}

Result<FirstRows> CustomerPager::firstRows(const CustomerQuery& query, int limit)
{
    if (const auto fault = refuseToSearch(query.text))
        return *fault;
    const PageRequest request{.limit = limit};
    const Plan plan = choose(query, request);
    auto seen = glimpse(query, request, plan);
    if (seen && *seen)
        return FirstRows{.glimpse = std::move(*seen)};
    auto found = rows(query, request, plan);
    if (!found)
        return found.error();
    return FirstRows{.page = {std::move(*found)}};
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

Result<std::vector<CustomerId>> CustomerPager::among(const CustomerQuery& query,
                                                     const std::vector<CustomerId>& ids)
{
    if (const auto fault = refuseToSearch(query.text))
        return *fault;
    std::vector<CustomerId> found;
    for (auto from = ids.begin(); from != ids.end();) {
        const size_t left = static_cast<size_t>(ids.end() - from);
        const auto until = from + static_cast<std::ptrdiff_t>(std::min(left, mostIds(m_session)));
        Statement statement;
        const QString which = idIn({from, until}, statement, m_session);
        statement = m_sql.among(query, which, std::move(statement));
        const auto rows = m_session.execute(statement.sql, statement.parameters);
        if (!rows)
            return rows.error();
        for (int row = 0; row < rows->count(); ++row)
            found.push_back({rows->at(row).integer(0)});
        from = until;
    }
    return found;
}

Result<CustomerSurvey> CustomerPager::survey(const CustomerQuery& query,
                                             const std::optional<Customer>& landmark)
{
    if (const auto fault = refuseToSearch(query.text))
        return *fault;
    auto survey = m_session.engine() == Engine::Sqlite ? surveyOfStream(query, landmark)
                                                       : surveyOfServer(query, landmark);
    if (!survey)
        return survey;
    if (landmark && survey->landmarkRow < 0) { // it is gone; its place is not
        const auto rank = number(m_sql.rank(query, *landmark));
        if (!rank)
            return rank.error();
        survey->landmarkRow = *rank;
    }
    if (m_samples && query.matchesAll() && survey->total >= m_limits.manyRows) {
        if (const auto completed = completeAnchors(*survey); !completed)
            return completed.error();
        m_samples->keep(query.sort, *survey);
    }
    return survey;
}

/// Every second of them goes, as often as there are too many.
void CustomerPager::thin(CustomerSurvey& survey) const
{
    auto& anchors = survey.anchors;
    while (anchors.size() > m_limits.mostAnchors) {
        for (size_t i = 1; 2 * i < anchors.size(); ++i)
            anchors[i] = std::move(anchors[2 * i]);
        anchors.resize((anchors.size() + 1) / 2);
        survey.step *= 2;
    }
}

/// SQLite told no more of them than their place in the order.
Result<> CustomerPager::completeAnchors(CustomerSurvey& survey)
{
    if (m_session.engine() != Engine::Sqlite)
        return {};
    std::vector<CustomerId> ids;
    std::ranges::transform(survey.anchors, std::back_inserter(ids), &Customer::id);
    Statement statement;
    statement.sql =
        u"SELECT %1 FROM customer WHERE %2"_s.arg(m_sql.columns(), idIn(ids, statement, m_session));
    auto found = select(statement);
    if (!found)
        return found.error();
    QHash<CustomerId, Customer*> places;
    for (Customer& anchor : survey.anchors)
        places.insert(anchor.id, &anchor);
    for (Customer& customer : *found)
        *places.value(customer.id) = std::move(customer);
    return {};
}

Result<CustomerSurvey> CustomerPager::surveyOfStream(const CustomerQuery& query,
                                                     const std::optional<Customer>& landmark)
{
    CustomerSurvey survey{.step = m_limits.leastStep};
    const Statement statement = m_sql.survey(query, survey.step, landmark);
    const auto read = m_session.stream(statement.sql, statement.parameters, [&](const Row& row) {
        if (landmark && row.integer(0) == landmark->id.value)
            survey.landmarkRow = survey.total;
        if (survey.total++ % survey.step == 0) {
            survey.anchors.push_back(CustomerSql::readCustomer(row));
            thin(survey);
        }
        return true;
    });
    if (!read)
        return read.error();
    return survey;
}

Result<CustomerSurvey> CustomerPager::surveyOfServer(const CustomerQuery& query,
                                                     const std::optional<Customer>& landmark)
{
    const auto expected = estimate(query);
    if (!expected)
        return expected.error();
    CustomerSurvey survey{
        .step = std::max(m_limits.leastStep,
                         expected->value_or(0) / static_cast<qint64>(m_limits.mostAnchors))};
    const Statement statement = m_sql.survey(query, survey.step, landmark);
    // People wait for pages, not for this.
    auto transaction = Transaction::begin(m_session, Session::TransactionMode::Background);
    if (!transaction)
        return transaction.error();
    auto rows = m_session.execute(statement.sql, statement.parameters);
    if (!rows)
        return rows.error();
    if (const auto ended = transaction->commit(); !ended)
        return ended.error();
    const qint64 step = survey.step;
    for (int i = 0; i < rows->count(); ++i) {
        const Row row = rows->at(i);
        const qint64 at = row.integer(7) - 1;
        survey.total = at + 1; // the last of them is the last of all
        Customer customer = CustomerSql::readCustomer(row);
        if (landmark && customer.id == landmark->id)
            survey.landmarkRow = at;
        if (at % step == 0)
            survey.anchors.push_back(std::move(customer));
    }
    thin(survey);
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
