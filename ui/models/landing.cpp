// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/landing.h"

#include "ui/models/customersource.h"
#include "ui/models/pagecache.h"

namespace clientele {

Landing::Landing(CustomerSource& source, QObject* parent) : QObject(parent), m_source(source)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_late = m_customer;
        giveUp();
    });
}

Landing::~Landing()
{
    cancel();
}

void Landing::cancel()
{
    ++m_generation;
    m_patience.stop();
    m_beforeTask.cancel();
    m_fromTask.cancel();
    m_late.reset();
}

void Landing::begin(const CustomerQuery& query, const Customer& customer,
                    std::chrono::milliseconds patience)
{
    cancel();
    m_customer = customer;
    m_before.reset();
    m_from.reset();
    m_surveyed.reset();
    m_patience.start(patience);
    ask(m_fromTask, query, PageRequest::Where::From, m_from);
    ask(m_beforeTask, query, PageRequest::Where::Before, m_before);
}

void Landing::ask(Task<CustomerPage>& task, const CustomerQuery& query, PageRequest::Where where,
                  std::optional<std::vector<Customer>>& answer)
{
    task = m_source.page(query,
                         {.where = where, .anchor = m_customer, .limit = int(PageCache::pageRows)});
    whenDone(task, this, [this, &answer, generation = m_generation](Result<CustomerPage> page) {
        if (generation != m_generation || !isUnderWay())
            return;
        if (!page) {
            cancel();
            Q_EMIT failed(page.error());
            return;
        }
        answer = std::move(page->rows);
        finishWhereComplete();
    });
}

void Landing::takeSurvey(const CustomerSurvey& survey)
{
    m_surveyed = survey;
    finishWhereComplete();
}

/// Ends it with what is there.
void Landing::giveUp()
{
    m_patience.stop();
    m_beforeTask.cancel();
    m_fromTask.cancel();
    Q_EMIT notFound();
}

void Landing::finishWhereComplete()
{
    if (m_from && (m_from->empty() || m_from->front().id != m_customer.id)) {
        giveUp();
    } else if (m_from && m_before && m_surveyed) {
        m_patience.stop();
        Q_EMIT found({.before = std::move(*m_before),
                      .from = std::move(*m_from),
                      .survey = std::move(*m_surveyed)});
    }
}

} // namespace clientele
