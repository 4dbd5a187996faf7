// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"
#include "core/task.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace clientele {

class CustomerSource;

/// Finds the place of a customer in another order: the pages before and behind it, and, by a survey
/// that others make, its row. Says once how it ended.
class Landing final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Landing)

public:
    struct Place
    {
        std::vector<Customer> before;
        std::vector<Customer> from; ///< the customer and what follows it
        CustomerSurvey survey;
    };

    Landing(CustomerSource& source, QObject* parent);
    ~Landing() override;

    void begin(const CustomerQuery& query, const Customer& customer,
               std::chrono::milliseconds patience);
    void takeSurvey(const CustomerSurvey& survey);
    void cancel();
    /// False once it has ended.
    [[nodiscard]] bool isUnderWay() const { return m_patience.isActive(); }
    /// The customer that is still to be found after it took too long.
    [[nodiscard]] const std::optional<Customer>& late() const { return m_late; }
    void forget() { m_late.reset(); }
    void giveUp();

Q_SIGNALS:
    void found(const clientele::Landing::Place& place);
    /// The customer is gone, or it takes long.
    void notFound();
    void failed(const clientele::Error& error);

private:
    CustomerSource& m_source;
    Customer m_customer;
    std::optional<Customer> m_late;
    std::optional<std::vector<Customer>> m_before;
    std::optional<std::vector<Customer>> m_from;
    std::optional<CustomerSurvey> m_surveyed;
    Task<CustomerPage> m_beforeTask;
    Task<CustomerPage> m_fromTask;
    QTimer m_patience;
    quint64 m_generation = 0;

    void ask(Task<CustomerPage>& task, const CustomerQuery& query, PageRequest::Where where,
             std::optional<std::vector<Customer>>& answer);
    void finishWhereComplete();
};

} // namespace clientele
