// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace clientele {

class ColumnPicker;
class ImportSetup;

/// Step 3: which columns make which field, with samples of what results.
class ColumnsStep final : public QWidget
{
    Q_OBJECT

public:
    explicit ColumnsStep(ImportSetup& setup, QWidget* parent = nullptr);

private:
    struct Line
    {
        CustomerField field;
        ColumnPicker* picker;
        QLabel* mark;
        QLabel* sample;
    };

    void addField(QGridLayout* grid, CustomerField field, const QString& label);
    void apply();
    void refresh();
    void refreshLine(const Line& line);
    [[nodiscard]] QString samples(const QStringList& columns) const;

    ImportSetup& m_setup;
    QList<Line> m_lines;
    QLabel* m_unused;
};

} // namespace clientele
