// SPDX-License-Identifier: GPL-3.0-or-later
// What the page says of the rows there are, or are not; how it is put together is in
// customerspage.cpp.
#include "ui/common/statepage.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/detailspanel.h"
#include "ui/customers/filterbar.h"
#include "ui/customers/searchcontroller.h"
#include "ui/models/customertablemodel.h"

#include <QLocale>
#include <QStackedWidget>

namespace clientele {

using namespace Qt::StringLiterals;

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
    const QLocale locale;
    const qint64 total = m_model->total();
    if (!m_model->hasAnswer()) {
        m_filters->setCount(tr("Loading…"));
    } else if (total < 0) {
        m_filters->setCount(tr("Counting…"));
    } else if (m_model->query().matchesAll()) {
        m_whole = total;
        m_filters->setCount(total == 0   ? tr("No customers yet")
                            : total == 1 ? tr("1 customer")
                                         : tr("%1 customers").arg(locale.toString(total)));
    } else if (m_whole >= total) {
        m_filters->setCount(tr("%1 of %2").arg(locale.toString(total), locale.toString(m_whole)));
    } else {
        m_filters->setCount(tr("%1 found").arg(locale.toString(total)));
        countWhole();
    }
}

void CustomersPage::countWhole()
{
    m_wholeCount.cancel();
    m_wholeCount = m_model->source().count({});
    whenDone(m_wholeCount, this, [this](const Result<qint64>& count) {
        if (!count)
            return;
        m_whole = *count;
        if (m_model->total() >= 0 && m_whole >= m_model->total())
            updateCount();
    });
}

void CustomersPage::describeNothing()
{
    const CustomerQuery query = m_model->query();
    if (m_nothingFor == query)
        return;
    m_nothingFor = query;
    m_nothing->describe(
        u"nothing", tr("Nobody found"),
        query.text.isEmpty()
            ? tr("No customer matches these filters.")
            : tr("No customer matches “%1” in name, e-mail or phone.").arg(query.text));
    m_nothing->addAction(tr("Clear the search"), true, [this] { Q_EMIT clearRequested(); });
    if (query.active == ActiveFilter::All)
        return;
    CustomerQuery wider = query;
    wider.active = ActiveFilter::All;
    m_widerCount.cancel();
    m_widerCount = m_model->source().count(wider);
    whenDone(m_widerCount, m_nothing,
             [this, query, asked = m_widerCount.cancellation](const Result<qint64>& count) {
                 // The page may have been left and come back to meanwhile, and asked again.
                 if (!count || *count == 0 || asked != m_widerCount.cancellation ||
                     m_nothingFor != query)
                     return;
                 const QString words = query.active == ActiveFilter::Active
                                           ? tr("Search inactive too (%1)")
                                           : tr("Search active too (%1)");
                 m_nothing->addAction(words.arg(QLocale().toString(*count)), false,
                                      [this] { m_search->setActive(ActiveFilter::All); });
             });
}

} // namespace clientele
