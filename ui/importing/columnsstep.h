// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace clientele {

class ColumnPicker;
class ImportSetup;
class MessageBar;

/// Step 3: which columns make which field, what an update does with it, and samples of what
/// results. Recipes are followed and saved here.
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
        QComboBox* update; ///< nullptr where there is nothing to choose
        QLabel* mark;
        QLabel* sample;
    };

    void addField(QGridLayout* grid, CustomerField field, const QString& label);
    QWidget* makeUpdate(CustomerField field, const QString& label);
    QWidget* makeDateFormat();
    QHBoxLayout* makeFoot();
    void apply();
    void applyUpdates();
    void applyDateFormat();
    void applyNullTexts();
    void refresh();
    void refreshLine(const Line& line);
    void refreshUpdate(const Line& line);
    void refreshDateFormat();
    void openRecipe();
    void saveRecipe();
    void saveRecipeTo(const QString& file);
    void follow(const QString& file);

    ImportSetup& m_setup;
    MessageBar* m_message;
    QList<Line> m_lines;
    QComboBox* m_dateFormat;
    QLineEdit* m_nullTexts;
    QLabel* m_unused;
};

} // namespace clientele
