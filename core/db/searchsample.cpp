// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/searchsample.h"

#include "core/domain/phone.h"
#include "core/domain/searchtext.h"

#include <algorithm>
#include <functional>

namespace clientele {

namespace {

constexpr size_t orders = 4;
constexpr qint64 chance = 4; ///< so many hits more than are needed make a forecast safe

bool isWithin(const std::optional<Timestamp>& moment, const TimeRange& range)
{
    return moment && (!range.from || *range.from <= *moment) &&
           (!range.until || *moment < *range.until);
}

/// Near enough for a forecast: a text is looked for anywhere, whichever field was named.
class Forecast final
{
public:
    Forecast(const CustomerQuery& query, const SampleTexts& texts)
        : m_query(query), m_search(query.search())
    {
        for (const SearchTerm& term : std::as_const(m_search.terms))
            m_holding.push_back(holding(term, texts));
    }

    /// @p at in the sample is @p customer.
    [[nodiscard]] bool meets(size_t at, const Customer& customer) const
    {
        if (m_query.active != ActiveFilter::All &&
            customer.isActive != (m_query.active == ActiveFilter::Active))
            return false;
        if (!m_query.created.isOpen() && !isWithin(customer.createdAt, m_query.created))
            return false;
        if (!m_query.updated.isOpen() && !isWithin(customer.updatedAt, m_query.updated))
            return false;
        for (size_t i = 0; i < m_holding.size(); ++i) {
            const SearchTerm& wanted = m_search.terms[qsizetype(i)];
            const bool met = m_holding[i].empty() ? meets(wanted, customer) : m_holding[i][at];
            if (met == wanted.excluded)
                return false;
        }
        return true;
    }

private:
    /// Empty where what the term wants is in no text.
    static std::vector<bool> holding(const SearchTerm& term, const SampleTexts& texts)
    {
        if (term.kind != SearchTerm::Kind::Text)
            return {};
        const QString text = folded(term.text);
        std::vector<bool> found = texts.holding(text);
        const bool hasLetters =
            std::ranges::any_of(term.text, [](QChar c) { return c.isLetter(); });
        const QString digits = hasLetters ? QString() : phone::digits(term.text);
        if (!digits.isEmpty() && digits != text) {
            const std::vector<bool> also = texts.holding(digits);
            for (size_t i = 0; i < found.size(); ++i)
                found[i] = found[i] || also[i];
        }
        return found;
    }

    static bool meets(const SearchTerm& wanted, const Customer& customer)
    {
        switch (wanted.kind) {
        case SearchTerm::Kind::Text:
            return false; // of a sample without customers
        case SearchTerm::Kind::Missing:
            return !customer.phone || customer.phone->isEmpty();
        case SearchTerm::Kind::Active:
            return customer.isActive == wanted.active;
        case SearchTerm::Kind::Created:
            return isWithin(customer.createdAt, wanted.range);
        case SearchTerm::Kind::Updated:
            return isWithin(customer.updatedAt, wanted.range);
        case SearchTerm::Kind::Id:
            return wanted.ids.contains(customer.id.value);
        }
        return true;
    }

    const CustomerQuery& m_query;
    const CustomerSearch m_search;
    std::vector<std::vector<bool>> m_holding; ///< of each term
};

} // namespace

void SampleTexts::add(QStringView text)
{
    m_texts += text.toUtf8().toStdString();
    m_texts += '\n';
    m_ends.push_back(m_texts.size());
}

std::vector<bool> SampleTexts::holding(const QString& word) const
{
    std::vector<bool> holding(m_ends.size(), false);
    const std::string needle = word.toStdString();
    const std::boyer_moore_horspool_searcher searcher(needle.begin(), needle.end());
    size_t text = 0;
    for (auto from = m_texts.begin();;) {
        from = std::search(from, m_texts.end(), searcher);
        if (from == m_texts.end())
            return holding;
        const auto at = static_cast<size_t>(from - m_texts.begin());
        while (m_ends[text] <= at)
            ++text;
        holding[text] = true;
        from = m_texts.begin() + static_cast<std::ptrdiff_t>(m_ends[text]);
    }
}

SearchSample::SearchSample(const CustomerSurvey& survey)
    : m_total(survey.total), m_step(survey.step), m_customers(survey.anchors)
{
    for (const Customer& customer : m_customers) {
        const QString text = searchText(customer.name, customer.email, customer.phone);
        m_texts.add(text);
        m_trigrams.add(text);
    }
}

SearchSample::Outlook SearchSample::outlook(const CustomerQuery& query, bool reversed,
                                            qint64 wanted) const
{
    const Forecast forecast(query, m_texts);
    const auto count = static_cast<qint64>(m_customers.size());
    const qint64 sureHits = wanted / m_step + chance;
    Outlook outlook{.rowsToWalk = m_total};
    qint64 hits = 0;
    for (qint64 i = 0; i < count; ++i) {
        const auto at = static_cast<size_t>(reversed ? count - 1 - i : i);
        if (!forecast.meets(at, m_customers[at]))
            continue;
        if (hits == 0) { // the first match stands before the first that is in the sample
            const size_t before =
                reversed ? std::min(at + 1, m_customers.size() - 1) : std::max<size_t>(at, 1) - 1;
            outlook.near = &m_customers[before];
        }
        if (++hits == sureHits)
            outlook.rowsToWalk = (i + 1) * m_step;
    }
    outlook.matches = hits * m_step;
    return outlook;
}

void SearchSamples::keep(const QList<SortKey>& sort, const CustomerSurvey& survey)
{
    auto sample = std::make_shared<const SearchSample>(survey);
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_kept, [&](const Kept& kept) { return kept.sort == sort; });
    m_kept.push_front({sort, std::move(sample)});
    if (m_kept.size() > orders)
        m_kept.pop_back();
}

std::shared_ptr<const SearchSample> SearchSamples::of(const QList<SortKey>& sort) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find(m_kept, sort, &Kept::sort);
    return found == m_kept.end() ? nullptr : found->sample;
}

} // namespace clientele
