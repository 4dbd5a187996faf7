// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customersql.h"
#include "core/db/searchsample.h"
#include "core/db/session.h"

#include <functional>
#include <optional>
#include <vector>

namespace clientele {

/// Reads the customers of a query in its order: by pages, as a number, or all in a stream. Used in
/// the session's thread.
class CustomerPager final
{
public:
    /// Rows of a walk are met in the order of an index, matches of a word wherever they lie; each
    /// costs about as much.
    struct Thresholds
    {
        qint64 manyRows = 50'000;   ///< with fewer, every plan is quick
        qint64 shortWalk = 8'000;   ///< some milliseconds
        qint64 dearMatches = 2'000; ///< to gather and sort more of them is felt
        size_t enough = 40;         ///< rows that fill a screen
        qint64 leastStep = 200;     ///< from anchor to anchor
        size_t mostAnchors = 10'000;
    };

    /// @p samples are the book's, by which plans are chosen and which surveys renew; null where the
    /// engine shall choose by itself.
    CustomerPager(Session& session, const CustomerTable& table, SearchSamples* samples)
        : CustomerPager(session, table, samples, Thresholds())
    {}
    CustomerPager(Session& session, const CustomerTable& table, SearchSamples* samples,
                  const Thresholds& thresholds)
        : m_session(session), m_table(table), m_sql(table), m_samples(samples), m_limits(thresholds)
    {}

    Result<CustomerPage> page(const CustomerQuery& query, const PageRequest& request);
    /// Quickly, where page() is foreseen to take long: from the one stretch of the order where the
    /// first matches are expected. nullopt where page() will be quick, or nothing is known.
    Result<std::optional<CustomerGlimpse>> glimpse(const CustomerQuery& query, int limit);
    /// A glimpse, or else the first page.
    Result<FirstRows> firstRows(const CustomerQuery& query, int limit);
    Result<qint64> count(const CustomerQuery& query);
    /// Which of @p ids the query finds, in no order. Takes as long as to read them by id.
    Result<std::vector<CustomerId>> among(const CustomerQuery& query,
                                          const std::vector<CustomerId>& ids);
    /// One pass over all customers of the query.
    Result<CustomerSurvey> survey(const CustomerQuery& query,
                                  const std::optional<Customer>& landmark);
    /// What count() might answer, at once; nullopt where the engine has no idea.
    Result<std::optional<qint64>> estimate(const CustomerQuery& query);
    /// In flat memory, all as of one moment; until @p take returns false.
    Result<> forEach(const CustomerQuery& query, const std::function<bool(const Customer&)>& take);

private:
    struct Plan
    {
        SearchPlan search = SearchPlan::Planner;
        qint64 rows = 0; ///< of Walk: how far
    };
    Result<std::vector<Customer>> gather(const CustomerQuery& query, const PageRequest& request);
    [[nodiscard]] Plan choose(const CustomerQuery& query, const PageRequest& request) const;
    [[nodiscard]] SearchPlan blindChoice(const CustomerQuery& query) const;
    Result<std::vector<Customer>> rows(const CustomerQuery& query, const PageRequest& request,
                                       const Plan& plan);
    Result<std::optional<CustomerGlimpse>> glimpse(const CustomerQuery& query, PageRequest request,
                                                   const Plan& plan);
    Result<std::vector<Customer>> select(const Statement& statement);
    Result<qint64> number(const Statement& statement);
    Result<> completeAnchors(CustomerSurvey& survey);
    void thin(CustomerSurvey& survey) const;
    Result<CustomerSurvey> surveyOfStream(const CustomerQuery& query,
                                          const std::optional<Customer>& landmark);
    Result<CustomerSurvey> surveyOfServer(const CustomerQuery& query,
                                          const std::optional<Customer>& landmark);

    Session& m_session;
    const CustomerTable& m_table;
    CustomerSql m_sql;
    SearchSamples* m_samples;
    const Thresholds m_limits;
};

} // namespace clientele
