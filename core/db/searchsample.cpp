// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/searchsample.h"

#include "core/domain/phone.h"
#include "core/domain/searchtext.h"

#include <algorithm>

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
    explicit Forecast(const CustomerQuery& query) : m_query(query), m_search(query.search())
    {
        for (const SearchTerm& term : std::as_const(m_search.terms)) {
            const bool hasLetters =
                std::ranges::any_of(term.text, [](QChar c) { return c.isLetter(); });
            m_texts += folded(term.text);
            m_digits += hasLetters ? QString() : phone::digits(term.text);
        }
    }

    [[nodiscard]] bool meets(const Customer& customer, const QString& text) const
    {
        if (m_query.active != ActiveFilter::All &&
            customer.isActive != (m_query.active == ActiveFilter::Active))
            return false;
        if (!m_query.created.isOpen() && !isWithin(customer.createdAt, m_query.created))
            return false;
        if (!m_query.updated.isOpen() && !isWithin(customer.updatedAt, m_query.updated))
            return false;
        for (qsizetype i = 0; i < m_search.terms.size(); ++i) {
            if (meets(i, customer, text) == m_search.terms[i].excluded)
                return false;
        }
        return true;
    }

private:
    [[nodiscard]] bool meets(qsizetype term, const Customer& customer, const QString& text) const
    {
        const SearchTerm& wanted = m_search.terms[term];
        switch (wanted.kind) {
        case SearchTerm::Kind::Text:
            return text.contains(m_texts[term]) ||
                   (!m_digits[term].isEmpty() && text.contains(m_digits[term]));
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
    QStringList m_texts;
    QStringList m_digits;
};

} // namespace

SearchSample::SearchSample(const CustomerSurvey& survey)
    : m_total(survey.total), m_step(survey.step), m_customers(survey.anchors)
{
    m_texts.reserve(m_customers.size());
    for (const Customer& customer : m_customers) {
        m_texts.push_back(searchText(customer.name, customer.email, customer.phone));
        m_trigrams.add(m_texts.back());
    }
}

SearchSample::Outlook SearchSample::outlook(const CustomerQuery& query, bool reversed,
                                            qint64 wanted) const
{
    const Forecast forecast(query);
    const auto count = static_cast<qint64>(m_customers.size());
    const qint64 sureHits = wanted / m_step + chance;
    Outlook outlook{.rowsToWalk = m_total};
    qint64 hits = 0;
    for (qint64 i = 0; i < count; ++i) {
        const auto at = static_cast<size_t>(reversed ? count - 1 - i : i);
        if (!forecast.meets(m_customers[at], m_texts[at]))
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
