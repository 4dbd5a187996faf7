// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importplan.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace clientele {

/// Picks what one field is made of: columns of a file in their order and what joins them, or one
/// value for all rows.
class ColumnPicker final : public QWidget
{
    Q_OBJECT

public:
    /// @p label names the field for screen readers.
    ColumnPicker(CustomerField field, const QString& label, QWidget* parent = nullptr);

    void setMapping(const QStringList& available, const FieldMapping& mapping);
    /// With the date format of the mapping that was set.
    [[nodiscard]] FieldMapping mapping() const;
    [[nodiscard]] QWidget* firstBox() const;

Q_SIGNALS:
    /// By the person.
    void picked();

private:
    QComboBox* addBox();
    void rebuild();
    void fill(QComboBox* box, qsizetype place);
    void choose();
    void takeConstant();
    void showSeparator();
    void showConstant();
    [[nodiscard]] bool takesConstant() const;
    [[nodiscard]] QStringList chosen() const;

    QString m_label;
    QStringList m_available;
    FieldMapping m_mapping;
    QList<QComboBox*> m_boxes;
    QHBoxLayout* m_row;
    QPushButton* m_add;
    QLineEdit* m_constant;
    QLabel* m_joined;
    QComboBox* m_separator;
};

} // namespace clientele
