// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/bookinfo.h"
#include "ui/customers/pendingedits.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace clientele {

class FormField;

/// The fields of one customer, judged while they are typed.
class CustomerForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CustomerForm)

public:
    explicit CustomerForm(QWidget* parent = nullptr);

    void setLimits(const BookInfo& info);
    /// Empty where it can be edited, otherwise why not.
    void setReadOnly(const QString& reason);
    void showEdit(const PendingEdit& edit);
    /// What is in the fields now.
    [[nodiscard]] const PendingEdit& edit() const { return m_edit; }
    [[nodiscard]] bool canSave() const { return m_savable; }
    void focusFirst();
    void clearPhone();

    /// Somebody has this address already; nullopt takes the remark away.
    void setDuplicate(const std::optional<Customer>& other);
    /// A reason that the database gave for a field.
    void refuseEmail(const QString& reason);

Q_SIGNALS:
    void edited();
    void openRequested(const clientele::Customer& other);
    void reactivateRequested(const clientele::Customer& other);

private:
    FormField* m_name;
    FormField* m_email;
    FormField* m_phone;
    QCheckBox* m_active;
    QLabel* m_times;
    QWidget* m_duplicateRow;
    QPushButton* m_open;
    QPushButton* m_reactivate;
    PendingEdit m_edit;
    BookInfo m_limits;
    std::optional<Customer> m_duplicate;
    bool m_savable = false;
    bool m_filling = false;

    void take();
    void judge();
    void showTimes();
    void buildDuplicateRow();
};

} // namespace clientele
