// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/trigramcounts.h"
#include "core/domain/customerquery.h"

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace clientele {

/// Texts in one piece of memory, so that all of them are looked through at once.
class SampleTexts final
{
public:
    /// Folded, and without the line break that keeps texts apart here.
    void add(QStringView text);
    /// Whether each of them holds @p word, itself folded.
    [[nodiscard]] std::vector<bool> holding(const QString& word) const;

private:
    std::string m_texts; ///< UTF-8
    std::vector<size_t> m_ends;
};

/// Every step-th customer in one order, by which it is foreseen where in that order matches of a
/// search stand. Engines know neither: their statistics guess alike for all words of a length.
class SearchSample final
{
public:
    /// Of a survey of all customers, whose anchors are whole.
    explicit SearchSample(const CustomerSurvey& survey);

    struct Outlook
    {
        qint64 matches = 0;    ///< as many as are expected
        qint64 rowsToWalk = 0; ///< along the order until @p wanted of them are passed
        /// From here on it is not far to the first of those that are expected; null where none is.
        const Customer* near = nullptr;
    };
    /// From the top of the order, or from its end where @p reversed.
    [[nodiscard]] Outlook outlook(const CustomerQuery& query, bool reversed, qint64 wanted) const;

    /// By which an index of trigrams is best asked.
    [[nodiscard]] const TrigramCounts& trigrams() const { return m_trigrams; }

    [[nodiscard]] qint64 total() const { return m_total; }
    [[nodiscard]] qint64 step() const { return m_step; }

private:
    qint64 m_total;
    qint64 m_step;
    std::vector<Customer> m_customers;
    SampleTexts m_texts;
    TrigramCounts m_trigrams;
};

/// The samples of a book, those of its last few orders. Thread-safe.
class SearchSamples final
{
    Q_DISABLE_COPY_MOVE(SearchSamples)

public:
    SearchSamples() = default;

    void keep(const QList<SortKey>& sort, const CustomerSurvey& survey);
    /// Null where there is none of that order.
    [[nodiscard]] std::shared_ptr<const SearchSample> of(const QList<SortKey>& sort) const;

private:
    struct Kept
    {
        QList<SortKey> sort;
        std::shared_ptr<const SearchSample> sample;
    };

    mutable std::mutex m_mutex;
    std::deque<Kept> m_kept; ///< the newest first
};

} // namespace clientele
