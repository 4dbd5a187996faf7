// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/customers/customerform.h"
#include "ui/customers/tableselection.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace clientele {

class Book;
class DuplicateCheck;
class MessageBar;

/// The customer that is selected, to read and to edit; or what can be done with several.
class DetailsPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsPanel)

public:
    DetailsPanel(Book& book, PendingEdits& edits, QWidget* parent = nullptr);

    /// With what was typed over it before, where there is something.
    void showCustomer(const Customer& customer);
    void showNew(const Customer& beginning = {});
    void showSeveral(const TableSelection& selection);
    void showNothing();
    /// The row as it is in the book now; what is typed stays.
    void customerSaved(const Customer& customer);
    void revert();
    void setReadOnly(const QString& reason);
    void setSaving(bool saving);

    /// The customer shown; not valid where it is a new one or there is none.
    [[nodiscard]] CustomerId shownId() const;
    [[nodiscard]] bool showsForm() const;
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] bool hasChanges() const;
    /// In the form in which it is saved.
    [[nodiscard]] PendingEdit normalizedEdit() const;
    [[nodiscard]] MessageBar* messages() const { return m_messages; }
    [[nodiscard]] CustomerForm* form() const { return m_form; }

Q_SIGNALS:
    void saveRequested();
    void closeRequested();
    void stateChanged();
    void deactivateRequested();
    void restoreRequested();
    void removeRequested();
    void copyRequested();

private:
    PendingEdits& m_edits;
    DuplicateCheck* m_duplicates;
    QLabel* m_title;
    QPushButton* m_close;
    MessageBar* m_messages;
    QStackedWidget* m_pages;
    CustomerForm* m_form;
    QPushButton* m_save;
    QPushButton* m_revert;
    QLabel* m_severalText;
    QVector<QPushButton*> m_severalButtons;
    bool m_saving = false;
    QString m_readOnly;

    [[nodiscard]] QWidget* buildForm();
    [[nodiscard]] QWidget* buildSeveral();
    void showEdit(const PendingEdit& edit);
    void take();
    void updateState();
};

} // namespace clientele
