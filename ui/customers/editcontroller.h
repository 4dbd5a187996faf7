// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerpatch.h"
#include "core/task.h"
#include "ui/customers/acthistory.h"
#include "ui/customers/pendingedits.h"

#include <QObject>

#include <functional>

namespace clientele {

class Book;
class CustomerTableModel;

/// Carries changes to the book and back to the table, and takes them back again. Every update says
/// what it has seen, undo and redo too: nobody's change is overwritten unseen.
class EditController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditController)

public:
    EditController(Book& book, CustomerTableModel& model, PendingEdits& edits, QObject* parent);

    /// Makes or updates a customer. What was typed leaves the pending edits only once it is saved.
    void save(const PendingEdit& edit);
    void setActive(const std::vector<Customer>& customers, bool active);
    void remove(const std::vector<Customer>& customers);
    void createMany(const std::vector<CustomerDraft>& drafts, const QString& text);
    void undo();
    void redo();

    [[nodiscard]] bool isBusy() const { return m_running > 0; }
    [[nodiscard]] bool canUndo() const { return m_history.canUndo() && !isBusy(); }
    [[nodiscard]] bool canRedo() const { return m_history.canRedo() && !isBusy(); }

Q_SIGNALS:
    void saved(const clientele::Customer& customer);
    void created(const clientele::Customer& customer);
    void removed(const std::vector<clientele::Customer>& customers);
    void restored(const std::vector<clientele::Customer>& customers);
    /// The same field was changed by someone else.
    void conflicted(const clientele::PendingEdit& edit, const clientele::Customer& theirs);
    /// Someone else has removed the customer.
    void vanished(const clientele::PendingEdit& edit);
    void saveFailed(const clientele::PendingEdit& edit, const clientele::Error& error);
    void actFailed(const clientele::Error& error, const std::function<void()>& again);
    /// A sentence for the status bar; @p undoable where undo() takes it back.
    void acted(const QString& text, bool undoable);
    void stateChanged();

private:
    Book& m_book;
    CustomerTableModel& m_model;
    PendingEdits& m_edits;
    ActHistory m_history;
    int m_running = 0;

    template <class T>
    void run(const Task<T>& task, std::function<void(Result<T>)> handler);
    void create(const PendingEdit& edit);
    void update(const PendingEdit& edit);
    void record(Act act);
    void reverse(Act act, bool undoing);
    void reverseUpdate(const Act& act, bool undoing);
    void reversed(Act act, bool undoing, const std::vector<Customer>& now);
    void reverseFailed(Act act, bool undoing, const Error& error);
    void applyAll(const std::vector<Customer>& customers);
};

} // namespace clientele
