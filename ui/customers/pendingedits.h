// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>
#include <QSet>

namespace clientele {

/// A customer as it was seen, and as it was typed over. Where base.id is not valid it is a new one.
struct PendingEdit
{
    Customer base;
    Customer mine;

    bool operator==(const PendingEdit&) const = default;
    [[nodiscard]] bool isNew() const { return !base.id.isValid(); }
    [[nodiscard]] bool changes() const;
};

/// What was typed and not saved yet, for any number of customers of one book.
class PendingEdits final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PendingEdits)

public:
    using QObject::QObject;

    [[nodiscard]] const PendingEdit* find(CustomerId id) const;
    /// The one of a customer that is not in the book yet.
    [[nodiscard]] const PendingEdit* newCustomer() const { return find(CustomerId{}); }
    /// One that changes nothing is the same as none.
    void set(const PendingEdit& edit);
    void remove(CustomerId id);
    [[nodiscard]] int count() const { return int(m_edits.size()); }
    [[nodiscard]] QSet<CustomerId> ids() const;
    [[nodiscard]] QList<PendingEdit> all() const { return m_edits.values(); }

    /// For the journal on disk.
    [[nodiscard]] QJsonObject toJson() const;
    /// Adds what is not there already.
    void addFrom(const QJsonObject& saved);

Q_SIGNALS:
    void changed();

private:
    QHash<CustomerId, PendingEdit> m_edits;
};

} // namespace clientele
