// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"
#include "core/task.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace clientele {

class Book;

/// Looks up, while an address is typed, whether somebody has it already. Only the newest answer
/// counts.
class DuplicateCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DuplicateCheck)

public:
    DuplicateCheck(Book& book, QObject* parent);
    ~DuplicateCheck() override;

    /// @p self does not count as a duplicate. An empty address stops the look-up.
    void check(const QString& email, CustomerId self);

Q_SIGNALS:
    void found(const QString& email, const clientele::Customer& other);

private:
    Book& m_book;
    QTimer m_pause;
    QString m_email;
    CustomerId m_self;
    Task<std::optional<Customer>> m_task;

    void lookUp();
};

} // namespace clientele
