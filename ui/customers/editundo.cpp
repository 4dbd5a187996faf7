// SPDX-License-Identifier: GPL-3.0-or-later
// Taking acts back and doing them again; the acts themselves are in editcontroller.cpp.
#include "core/services/book.h"
#include "ui/customers/editcontroller.h"
#include "ui/models/customertablemodel.h"

namespace clientele {

void EditController::undo()
{
    if (isBusy())
        return;
    if (std::optional<Act> act = m_history.takeUndo())
        reverse(std::move(*act), true);
}

void EditController::redo()
{
    if (isBusy())
        return;
    if (std::optional<Act> act = m_history.takeRedo())
        reverse(std::move(*act), false);
}

void EditController::reverse(Act act, bool undoing)
{
    if (act.kind == Act::Kind::Update) {
        reverseUpdate(act, undoing);
        return;
    }
    std::vector<CustomerId> ids;
    for (const Customer& customer : act.before.empty() ? act.after : act.before)
        ids.push_back(customer.id);
    Task<std::vector<Customer>> task;
    if (act.kind == Act::Kind::SetActive) {
        const bool active = act.after.front().isActive;
        task = m_book.setActive(ids, undoing ? !active : active);
    } else if ((act.kind == Act::Kind::Create) == undoing) {
        task = m_book.remove(ids);
    } else {
        task = m_book.reinsert(act.kind == Act::Kind::Create ? act.after : act.before);
    }
    ++m_running;
    Q_EMIT stateChanged();
    whenDone(task, this, [this, act, undoing](const Result<std::vector<Customer>>& now) {
        --m_running;
        if (now)
            reversed(act, undoing, *now);
        else
            reverseFailed(act, undoing, now.error());
        Q_EMIT stateChanged();
    });
}

void EditController::reverseUpdate(const Act& act, bool undoing)
{
    const Customer& from = undoing ? act.after.front() : act.before.front();
    const Customer& to = undoing ? act.before.front() : act.after.front();
    ++m_running;
    Q_EMIT stateChanged();
    whenDone(m_book.update(from.id, CustomerPatch::between(from, to)), this,
             [this, act, undoing](const Result<UpdateOutcome>& outcome) {
                 --m_running;
                 using enum UpdateOutcome::Status;
                 if (!outcome)
                     reverseFailed(act, undoing, outcome.error());
                 else if (outcome->status == Conflict || outcome->status == Missing)
                     Q_EMIT acted(tr("%1 was changed by someone else since: nothing was undone.")
                                      .arg(act.after.front().name),
                                  false);
                 else
                     reversed(act, undoing, {*outcome->current});
                 Q_EMIT stateChanged();
             });
}

void EditController::reversed(Act act, bool undoing, const std::vector<Customer>& now)
{
    const bool removes = (act.kind == Act::Kind::Create) == undoing &&
                         (act.kind == Act::Kind::Create || act.kind == Act::Kind::Remove);
    const bool inserts =
        !removes && (act.kind == Act::Kind::Create || act.kind == Act::Kind::Remove);
    const QString text = act.text;
    undoing ? m_history.undone(std::move(act)) : m_history.redone(std::move(act));
    Q_EMIT acted(undoing ? tr("Undone: %1").arg(text) : text, !undoing);
    if (removes) {
        m_model.removeCustomers(now);
        Q_EMIT removed(now);
    } else if (inserts) {
        m_model.refresh();
        Q_EMIT restored(now);
    } else {
        applyAll(now);
        for (const Customer& customer : now)
            Q_EMIT saved(customer);
    }
}

void EditController::reverseFailed(Act act, bool undoing, const Error& error)
{
    undoing ? m_history.redone(std::move(act)) : m_history.undone(std::move(act));
    Q_EMIT actFailed(error, [this, undoing] { undoing ? undo() : redo(); });
}

} // namespace clientele
