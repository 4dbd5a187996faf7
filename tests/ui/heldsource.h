// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/customertablemodel.h"

#include <QAbstractItemModelTester>

#include <algorithm>

namespace clientele::testing {

using namespace Qt::StringLiterals;

/// A book in memory that says what it is asked, and whose answers come when the test says so.
/// Sorts by name or id.
class HeldSource : public CustomerSource
{
public:
    std::vector<Customer> rows;
    QStringList log;
    bool hold = false;        ///< all answers
    bool holdSurveys = false; ///< those of surveys only
    bool holdPages = false;   ///< those of pages only
    bool holdGlimpses = false;
    std::optional<qint64> guess;
    std::optional<CustomerGlimpse> glimpsed;

    Task<CustomerPage> page(const CustomerQuery& query, const PageRequest& request) override
    {
        return answer(pageOf(query, request), m_pages, holdPages);
    }

    /// What page() answers, noted in the log.
    CustomerPage pageOf(const CustomerQuery& query, const PageRequest& request)
    {
        const std::vector<Customer> all = matching(query);
        const auto size = qint64(all.size());
        qint64 first = 0;
        using enum PageRequest::Where;
        switch (request.where) {
        case Offset:
            first = std::min(request.offset, size);
            log << u"offset %1"_s.arg(request.offset);
            break;
        case After:
            first = place(all, query, *request.anchor);
            if (first < size && all[size_t(first)].id == request.anchor->id)
                ++first;
            log << u"after %1"_s.arg(request.anchor->id.value);
            break;
        case From:
            first = std::min(size, place(all, query, *request.anchor) + request.offset);
            log << u"from %1+%2"_s.arg(request.anchor->id.value).arg(request.offset);
            break;
        case Before: {
            const qint64 end = place(all, query, *request.anchor);
            first = std::max<qint64>(0, end - request.limit);
            log << u"before %1"_s.arg(request.anchor->id.value);
            return {.rows = {all.begin() + first, all.begin() + end}};
        }
        case Last:
            first = std::max<qint64>(0, size - request.limit);
            log << u"last %1"_s.arg(request.limit);
            break;
        }
        const qint64 end = std::min(size, first + request.limit);
        return {.rows = {all.begin() + first, all.begin() + end}};
    }

    Task<std::optional<CustomerGlimpse>> glimpse(const CustomerQuery&) override
    {
        if (!glimpsed && !holdGlimpses)
            return Task<std::optional<CustomerGlimpse>>::finished(glimpsed);
        return answer(glimpsed, m_glimpses, holdGlimpses);
    }

    Task<FirstRows> firstRows(const CustomerQuery& query) override
    {
        if (glimpsed || holdGlimpses)
            return answer(FirstRows{.glimpse = glimpsed}, m_firstRows, holdGlimpses);
        return answer(FirstRows{.page = pageOf(query, {.limit = int(PageCache::pageRows)})},
                      m_firstRows, holdPages);
    }

    Task<qint64> count(const CustomerQuery& query) override
    {
        log << u"count"_s;
        return Task<qint64>::finished(qint64(matching(query).size()));
    }

    Task<std::vector<CustomerId>> among(const CustomerQuery& query,
                                        const std::vector<CustomerId>& ids) override
    {
        std::vector<CustomerId> found;
        for (const Customer& customer : matching(query)) {
            if (std::ranges::find(ids, customer.id) != ids.end())
                found.push_back(customer.id);
        }
        log << u"among %1"_s.arg(ids.size());
        return Task<std::vector<CustomerId>>::finished(std::move(found));
    }

    Task<CustomerSurvey> survey(const CustomerQuery& query,
                                const std::optional<Customer>& landmark) override
    {
        log << (landmark ? u"survey %1"_s.arg(landmark->id.value) : u"survey"_s);
        const std::vector<Customer> all = matching(query);
        CustomerSurvey survey{.total = qint64(all.size()), .step = 2000};
        for (size_t row = 0; row < all.size(); row += size_t(survey.step))
            survey.anchors.push_back({.id = all[row].id, .name = all[row].name});
        for (size_t row = 0; landmark && row < all.size(); ++row) {
            if (all[row].id == landmark->id)
                survey.landmarkRow = qint64(row);
        }
        if (landmark && survey.landmarkRow < 0)
            survey.landmarkRow = place(all, query, *landmark);
        return answer(survey, m_surveys, holdSurveys);
    }

    Task<std::optional<qint64>> estimate(const CustomerQuery&) override
    {
        return answer(guess, m_estimates);
    }

    void fill(qint64 count)
    {
        for (qint64 i = 0; i < count; ++i)
            rows.push_back(made(i + 1));
    }

    static Customer made(qint64 id)
    {
        return {
            .id = {id}, .name = u"Customer %1"_s.arg(id), .email = u"c%1@example.com"_s.arg(id)};
    }

    void remove(qint64 id)
    {
        std::erase_if(rows, [id](const Customer& row) { return row.id.value == id; });
    }

    /// Answers what was held, in order.
    void release()
    {
        releaseAll(m_firstRows);
        releaseAll(m_glimpses);
        releaseAll(m_pages);
        releaseAll(m_surveys);
        releaseAll(m_estimates);
    }

    void failHeldPages(ErrorKind kind)
    {
        failAll(m_firstRows, kind);
        failAll(m_pages, kind);
    }

    [[nodiscard]] int heldPages() const { return int(m_firstRows.size() + m_pages.size()); }
    [[nodiscard]] int cancelled() const { return cancelledOf(m_firstRows) + cancelledOf(m_pages); }
    [[nodiscard]] int cancelledGlimpses() const { return cancelledOf(m_glimpses); }
    [[nodiscard]] int cancelledSurveys() const { return cancelledOf(m_surveys); }

private:
    template <class T>
    struct Held
    {
        std::shared_ptr<QPromise<Result<T>>> promise;
        Task<T> task;
        T value;
    };
    std::vector<Held<FirstRows>> m_firstRows;
    std::vector<Held<std::optional<CustomerGlimpse>>> m_glimpses;
    std::vector<Held<CustomerPage>> m_pages;
    std::vector<Held<CustomerSurvey>> m_surveys;
    std::vector<Held<std::optional<qint64>>> m_estimates;

    static bool stands(const CustomerQuery& query, const Customer& a, const Customer& b)
    {
        const SortKey key = query.sort.value(0);
        const auto less = [&](const Customer& x, const Customer& y) {
            return key.field == CustomerField::Name
                       ? std::tie(x.name, x.id) < std::tie(y.name, y.id)
                       : x.id < y.id;
        };
        return key.descending ? less(b, a) : less(a, b);
    }

    static qint64 place(const std::vector<Customer>& all, const CustomerQuery& query,
                        const Customer& anchor)
    {
        return std::lower_bound(
                   all.begin(), all.end(), anchor,
                   [&](const Customer& a, const Customer& b) { return stands(query, a, b); }) -
               all.begin();
    }

    [[nodiscard]] std::vector<Customer> matching(const CustomerQuery& query) const
    {
        std::vector<Customer> all;
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(all),
                     [&](const Customer& row) { return row.name.contains(query.text); });
        const auto before = [&](const Customer& a, const Customer& b) {
            return stands(query, a, b);
        };
        if (!std::is_sorted(all.begin(), all.end(), before))
            std::sort(all.begin(), all.end(), before);
        return all;
    }

    template <class T>
    Task<T> answer(T value, std::vector<Held<T>>& held, bool holdThis = false)
    {
        if (!hold && !holdThis)
            return Task<T>::finished(std::move(value));
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        held.push_back({promise, Task<T>{.future = promise->future()}, std::move(value)});
        return held.back().task;
    }

    template <class T>
    static void failAll(std::vector<Held<T>>& held, ErrorKind kind)
    {
        for (auto& one : std::exchange(held, {})) {
            one.promise->addResult(Error{.kind = kind});
            one.promise->finish();
        }
    }

    template <class T>
    static void releaseAll(std::vector<Held<T>>& held)
    {
        for (auto& one : std::exchange(held, {})) {
            if (one.task.cancellation->isCancelled())
                one.promise->addResult(Error{.kind = ErrorKind::Cancelled});
            else
                one.promise->addResult(std::move(one.value));
            one.promise->finish();
        }
    }

    template <class T>
    static int cancelledOf(const std::vector<Held<T>>& held)
    {
        return int(std::count_if(held.begin(), held.end(), [](const auto& one) {
            return one.task.cancellation->isCancelled();
        }));
    }
};

/// A model on such a book.
struct HeldModel
{
    HeldSource* source = new HeldSource;
    std::unique_ptr<CustomerTableModel> model;

    explicit HeldModel(qint64 rows)
    {
        source->fill(rows);
        model = std::make_unique<CustomerTableModel>(std::unique_ptr<CustomerSource>(source));
    }

    [[nodiscard]] QString name(int row) const { return model->index(row, 0).data().toString(); }
    [[nodiscard]] qint64 id(int row) const
    {
        const Customer* customer = model->customerAt(row);
        return customer ? customer->id.value : 0;
    }
    [[nodiscard]] bool loading(int row) const
    {
        return model->index(row, 0).data(CustomerTableModel::LoadingRole).toBool();
    }
    [[nodiscard]] bool isCounted(qint64 total) const
    {
        return model->total() == total && !model->isEstimate();
    }
    [[nodiscard]] int surveys() const { return int(source->log.filter(u"survey"_s).size()); }
};

/// Looks over the model's shoulder; only small models, for it looks at every row.
struct Watched
{
    QAbstractItemModelTester tester;

    explicit Watched(const HeldModel& held)
        : tester(held.model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest)
    {}
};

} // namespace clientele::testing
