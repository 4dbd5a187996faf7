// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/duplicatecheck.h"

#include "core/services/book.h"

namespace clientele {

DuplicateCheck::DuplicateCheck(Book& book, QObject* parent) : QObject(parent), m_book(book)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(250);
    connect(&m_pause, &QTimer::timeout, this, &DuplicateCheck::lookUp);
}

DuplicateCheck::~DuplicateCheck()
{
    m_task.cancel();
}

void DuplicateCheck::check(const QString& email, CustomerId self)
{
    if (email == m_email && self == m_self)
        return;
    m_email = email;
    m_self = self;
    m_task.cancel();
    if (email.isEmpty())
        m_pause.stop();
    else
        m_pause.start();
}

void DuplicateCheck::lookUp()
{
    m_task = m_book.customerByEmail(m_email);
    whenDone(
        m_task, this,
        [this, email = m_email, self = m_self](const Result<std::optional<Customer>>& customer) {
            const bool stale = email != m_email || self != m_self;
            if (!stale && customer && *customer && customer.value()->id != self)
                Q_EMIT found(email, **customer);
        });
}

} // namespace clientele
