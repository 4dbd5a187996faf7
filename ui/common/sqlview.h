// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace clientele {

/// SQL to read and to copy, in letters of one width. Tab leaves it.
class SqlView final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SqlView)

public:
    explicit SqlView(QWidget* parent = nullptr);

    /// The letters in which SQL stands everywhere.
    static QFont letters();
};

} // namespace clientele
