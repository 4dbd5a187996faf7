// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"
#include "ui/customers/pendingedits.h"

#include <QDialog>

class QButtonGroup;
class QGridLayout;

namespace clientele {

/// Two people changed the same field: both versions, and what stood there before. Fields that only
/// one of them changed are kept without a question.
class ConflictDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConflictDialog)

public:
    ConflictDialog(const PendingEdit& edit, const Customer& theirs, QWidget* parent = nullptr);

    /// Against the row as it is now.
    [[nodiscard]] PendingEdit choice() const;

Q_SIGNALS:
    void saveRequested(const clientele::PendingEdit& choice);
    void theirsTaken(const clientele::Customer& theirs);

private:
    PendingEdit m_edit;
    Customer m_theirs;
    QList<std::pair<CustomerField, QButtonGroup*>> m_choices;

    [[nodiscard]] QWidget* buildTable();
    void addRow(QGridLayout* grid, CustomerField field);
};

} // namespace clientele
