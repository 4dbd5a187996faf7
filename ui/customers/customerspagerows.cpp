// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says of the rows there are, or are not; how it is put together is in
// customerspage.cpp.
#include "core/services/book.h"
#include "core/services/sortwording.h"
#include "ui/common/statepage.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/detailspanel.h"
#include "ui/customers/filterbar.h"
#include "ui/customers/filterwords.h"
#include "ui/customers/searchcontroller.h"
#include "ui/customers/sortkeys.h"
#include "ui/models/customertablemodel.h"

#include <QAccessible>
#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostOffers = 3; ///< filters that the page of nobody found offers to take out

} // namespace

void CustomersPage::updateRows()
{
    const CustomerQuery& query = m_model->query();
    const bool none = m_model->hasAnswer() && m_model->rowCount() == 0;
    const bool typing = m_details->hasChanges() && m_details->form()->edit().isNew();
    if (none && query.matchesAll()) {
        m_pages->setCurrentIndex(EmptyPage);
        if (!typing && m_details->showsForm())
            m_details->showNothing();
    } else if (none) {
        describeNothing();
        m_pages->setCurrentIndex(NothingPage);
    } else if (m_model->hasAnswer()) {
        m_nothingFor.reset();
        m_pages->setCurrentIndex(TablePage);
    }
    updateCount();
    arrangeDetails();
    Q_EMIT actionsChanged();
}

void CustomersPage::updateCount()
{
    const qint64 total = m_model->total();
    const bool estimate = m_model->isEstimate();
    if (!m_model->hasAnswer()) {
        m_filters->setCount(tr("Loading…"));
        return;
    }
    if (total < 0) {
        m_filters->setCount(tr("Counting…"));
        return;
    }
    const QString toolTip = estimate ? tr("An estimate: they are still being counted.") : QString();
    if (m_model->query().matchesAll()) {
        if (!estimate)
            m_whole = total;
        m_filters->setCount(total == 0 ? tr("No customers yet")
                            : estimate ? tr("about %Ln customers", nullptr, int(total))
                                       : tr("%Ln customers", nullptr, int(total)),
                            toolTip);
    } else if (m_whole >= total) {
        const QLocale locale;
        m_filters->setCount((estimate ? tr("about %1 of %2") : tr("%1 of %2"))
                                .arg(locale.toString(total), locale.toString(m_whole)),
                            toolTip);
    } else {
        m_filters->setCount(estimate ? tr("about %Ln found", nullptr, int(total))
                                     : tr("%Ln found", nullptr, int(total)),
                            toolTip);
        if (!estimate || m_whole < 0)
            countWhole();
    }
}

QList<CustomerField> CustomersPage::shownColumns() const
{
    const QHeaderView& header = *m_table->horizontalHeader();
    QList<CustomerField> fields;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        if (!header.isSectionHidden(column))
            fields += CustomerTableModel::fieldOf(column);
    }
    return fields;
}

void CustomersPage::countWhole()
{
    if (m_countingWhole)
        return;
    m_countingWhole = true;
    m_wholeCount = m_model->source().count({});
    whenDone(m_wholeCount, this, [this](const Result<qint64>& count) {
        m_countingWhole = false;
        if (!count)
            return;
        m_whole = *count;
        if (m_model->total() >= 0 && m_whole >= m_model->total())
            updateCount();
    });
}

void CustomersPage::followSort(const CustomerQuery& query)
{
    const QString words = sortkeys::describe(query.sort);
    m_filters->setHint(wording::scanningSort(query.sort, m_book.info()));
    if (m_table->accessibleDescription() == words)
        return;
    m_table->setAccessibleDescription(words);
    QAccessibleEvent event(m_table, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    Q_EMIT sortChanged(query.sort);
}

void CustomersPage::describeNothing()
{
    const CustomerQuery query = m_model->query();
    if (m_nothingFor == query)
        return;
    m_nothingFor = query;
    QStringList words;
    QList<SearchTerm> filters;
    for (const SearchTerm& term : query.search().terms) {
        if (filterwords::isFilter(term))
            filters.append(term);
        else
            words.append(query.text.mid(term.start, term.length));
    }
    const QString sought = words.join(u' ');
    m_nothing->describe(
        u"nothing", tr("Nobody found"),
        filters.isEmpty() ? tr("No customer matches “%1” in name, e-mail or phone.").arg(sought)
        : words.isEmpty() ? tr("No customer matches these filters.")
                          : tr("No customer matches “%1” with these filters.").arg(sought));
    m_nothing->addAction(tr("Clear the search"), true, [this] { Q_EMIT clearRequested(); });
    // Where there is one condition, clearing is the same.
    if (filters.size() + words.size() < 2)
        filters.clear();
    for (const SearchTerm& term : filters.mid(0, mostOffers)) {
        if (term.kind == SearchTerm::Kind::Active)
            continue;
        m_nothing->addAction(tr("Remove “%1”").arg(filterwords::describe(term)), false,
                             [this, term, text = query.text] {
                                 m_search->setText(
                                     CustomerSearch::without(text, term.start, term.length));
                             });
    }
    offerWider(query);
}

void CustomersPage::offerWider(const CustomerQuery& query)
{
    CustomerQuery wider = query;
    wider.text = CustomerSearch::with(query.text, u"active"_s, {});
    const QList<SearchTerm> terms = query.search().terms;
    const auto active = std::find_if(terms.begin(), terms.end(), [](const SearchTerm& term) {
        return term.kind == SearchTerm::Kind::Active;
    });
    if (active == terms.end())
        return;
    const QString words = active->active != active->excluded ? tr("Search inactive too (%1)")
                                                             : tr("Search active too (%1)");
    m_widerCount.cancel();
    m_widerCount = m_model->source().count(wider);
    whenDone(m_widerCount, m_nothing,
             [this, query, words, asked = m_widerCount.cancellation](const Result<qint64>& count) {
                 // The page may have been left and come back to meanwhile, and asked again.
                 if (!count || *count == 0 || asked != m_widerCount.cancellation ||
                     m_nothingFor != query)
                     return;
                 m_nothing->addAction(words.arg(QLocale().toString(*count)), false,
                                      [this] { m_search->setFilter(u"active"_s, {}); });
             });
}

} // namespace clientele
