// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/editcontroller.h"

#include "core/services/book.h"
#include "ui/models/customertablemodel.h"

#include <QLocale>

namespace clientele {

namespace {

std::vector<CustomerId> idsOf(const std::vector<Customer>& customers)
{
    std::vector<CustomerId> ids;
    ids.reserve(customers.size());
    for (const Customer& customer : customers)
        ids.push_back(customer.id);
    return ids;
}

} // namespace

EditController::EditController(Book& book, CustomerTableModel& model, PendingEdits& edits,
                               QObject* parent)
    : QObject(parent), m_book(book), m_model(model), m_edits(edits)
{}

template <class T>
void EditController::run(const Task<T>& task, std::function<void(Result<T>)> handler)
{
    ++m_running;
    Q_EMIT stateChanged();
    whenDone(task, this, [this, handler = std::move(handler)](Result<T> result) {
        --m_running;
        handler(std::move(result));
        Q_EMIT stateChanged();
    });
}

void EditController::applyAll(const std::vector<Customer>& customers)
{
    for (const Customer& customer : customers)
        m_model.applyChanged(customer);
}

void EditController::record(Act act)
{
    const QString text = act.text;
    m_history.add(std::move(act));
    Q_EMIT acted(text, true);
}

void EditController::save(const PendingEdit& edit)
{
    edit.isNew() ? create(edit) : update(edit);
}

void EditController::create(const PendingEdit& edit)
{
    const CustomerDraft draft{.name = edit.mine.name,
                              .email = edit.mine.email,
                              .phone = edit.mine.phone,
                              .isActive = edit.mine.isActive};
    run<Customer>(m_book.create(draft), [this, edit](Result<Customer> made) {
        if (!made) {
            Q_EMIT saveFailed(edit, made.error());
            return;
        }
        m_edits.remove(CustomerId{});
        record({.kind = Act::Kind::Create,
                .text = tr("Created %1.").arg(made->name),
                .after = {*made}});
        Q_EMIT created(*made);
    });
}

void EditController::update(const PendingEdit& edit)
{
    const CustomerPatch patch = CustomerPatch::between(edit.base, edit.mine);
    if (patch.isEmpty()) {
        m_edits.remove(edit.base.id);
        return;
    }
    run<UpdateOutcome>(m_book.update(edit.base.id, patch),
                       [this, edit, patch](const Result<UpdateOutcome>& outcome) {
                           using enum UpdateOutcome::Status;
                           if (!outcome) {
                               Q_EMIT saveFailed(edit, outcome.error());
                           } else if (outcome->status == Conflict) {
                               Q_EMIT conflicted(edit, *outcome->current);
                           } else if (outcome->status == Missing) {
                               Q_EMIT vanished(edit);
                           } else {
                               const Customer now = *outcome->current;
                               m_edits.remove(now.id);
                               m_model.applyChanged(now);
                               if (outcome->status == Updated)
                                   record({.kind = Act::Kind::Update,
                                           .text = tr("Saved %1.").arg(now.name),
                                           .before = {patch.inverse().appliedTo(now)},
                                           .after = {now}});
                               Q_EMIT saved(now);
                           }
                       });
}

void EditController::setActive(const std::vector<Customer>& customers, bool active)
{
    run<std::vector<Customer>>(
        m_book.setActive(idsOf(customers), active),
        [this, customers, active](const Result<std::vector<Customer>>& result) {
            if (!result) {
                Q_EMIT actFailed(result.error(),
                                 [this, customers, active] { setActive(customers, active); });
                return;
            }
            const std::vector<Customer>& changed = *result;
            applyAll(changed);
            if (changed.empty()) {
                Q_EMIT acted(active ? tr("They were active already.")
                                    : tr("They were inactive already."),
                             false);
                return;
            }
            const QString who = changed.size() == 1
                                    ? changed.front().name
                                    : tr("%Ln customers", nullptr, int(changed.size()));
            std::vector<Customer> before = changed;
            for (Customer& customer : before)
                customer.isActive = !active;
            record({.kind = Act::Kind::SetActive,
                    .text = (active ? tr("Restored %1.") : tr("Deactivated %1.")).arg(who),
                    .before = std::move(before),
                    .after = changed});
            for (const Customer& customer : changed)
                Q_EMIT saved(customer);
        });
}

void EditController::remove(const std::vector<Customer>& customers)
{
    run<std::vector<Customer>>(
        m_book.remove(idsOf(customers)),
        [this, customers](const Result<std::vector<Customer>>& result) {
            if (!result) {
                Q_EMIT actFailed(result.error(), [this, customers] { remove(customers); });
                return;
            }
            const std::vector<Customer>& gone = *result;
            m_model.removeCustomers(gone);
            for (const Customer& customer : gone)
                m_edits.remove(customer.id);
            const QString who = gone.size() == 1 ? gone.front().name
                                                 : tr("%Ln customers", nullptr, int(gone.size()));
            if (!gone.empty())
                record({.kind = Act::Kind::Remove,
                        .text = tr("Deleted %1.").arg(who),
                        .before = gone});
            Q_EMIT removed(gone);
        });
}

void EditController::createMany(const std::vector<CustomerDraft>& drafts, const QString& text)
{
    run<std::vector<Customer>>(
        m_book.bulkCreate(drafts), [this, drafts, text](const Result<std::vector<Customer>>& made) {
            if (!made) {
                Q_EMIT actFailed(made.error(), [this, drafts, text] { createMany(drafts, text); });
                return;
            }
            record({.kind = Act::Kind::Create, .text = text, .after = *made});
            m_model.refresh();
        });
}

} // namespace clientele
