// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/pendingedits.h"

#include "core/domain/customerpatch.h"

#include <QJsonArray>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

QJsonObject write(const Customer& customer)
{
    QJsonObject object{{u"name"_s, customer.name},
                       {u"email"_s, customer.email},
                       {u"is_active"_s, customer.isActive}};
    if (customer.phone)
        object[u"phone"_s] = *customer.phone;
    return object;
}

Customer readCustomer(CustomerId id, const QJsonObject& object)
{
    Customer customer{.id = id,
                      .name = object[u"name"_s].toString(),
                      .email = object[u"email"_s].toString(),
                      .isActive = object[u"is_active"_s].toBool(true)};
    if (object.contains(u"phone"_s))
        customer.phone = object[u"phone"_s].toString();
    return customer;
}

} // namespace

bool PendingEdit::changes() const
{
    return !CustomerPatch::between(base, mine).isEmpty();
}

const PendingEdit* PendingEdits::find(CustomerId id) const
{
    const auto found = m_edits.constFind(id);
    return found == m_edits.constEnd() ? nullptr : &found.value();
}

void PendingEdits::set(const PendingEdit& edit)
{
    if (!edit.changes()) {
        remove(edit.base.id);
        return;
    }
    const PendingEdit* before = find(edit.base.id);
    if (before && *before == edit)
        return;
    m_edits.insert(edit.base.id, edit);
    Q_EMIT changed();
}

void PendingEdits::remove(CustomerId id)
{
    if (m_edits.remove(id))
        Q_EMIT changed();
}

QSet<CustomerId> PendingEdits::ids() const
{
    QSet<CustomerId> ids(m_edits.keyBegin(), m_edits.keyEnd());
    ids.remove(CustomerId{});
    return ids;
}

QJsonObject PendingEdits::toJson() const
{
    QJsonArray edits;
    for (const PendingEdit& edit : m_edits) {
        // As text: a JSON number loses the last digits of a large id.
        edits.append(QJsonObject{{u"id"_s, QString::number(edit.base.id.value)},
                                 {u"base"_s, write(edit.base)},
                                 {u"mine"_s, write(edit.mine)}});
    }
    return edits.isEmpty() ? QJsonObject() : QJsonObject{{u"edits"_s, edits}};
}

void PendingEdits::addFrom(const QJsonObject& saved)
{
    for (const QJsonValue& value : saved[u"edits"_s].toArray()) {
        const QJsonObject object = value.toObject();
        const CustomerId id{object[u"id"_s].toString().toLongLong()};
        const PendingEdit edit{.base = readCustomer(id, object[u"base"_s].toObject()),
                               .mine = readCustomer(id, object[u"mine"_s].toObject())};
        if (!find(id) && edit.changes())
            m_edits.insert(id, edit);
    }
    Q_EMIT changed();
}

} // namespace clientele
