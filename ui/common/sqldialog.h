// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace clientele {

/// SQL to read and to copy before somebody runs it. Deletes itself once it is closed.
class SqlDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SqlDialog)

public:
    SqlDialog(const QString& title, const QString& sql, QWidget* parent);
};

} // namespace clientele
