// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QPushButton;

namespace clientele {

/// Picks the columns of a file that make up one field, in their order.
class ColumnPicker final : public QWidget
{
    Q_OBJECT

public:
    /// @p field names the field for screen readers.
    ColumnPicker(const QString& field, QWidget* parent = nullptr);

    void setColumns(const QStringList& available, const QStringList& chosen);
    [[nodiscard]] QStringList chosen() const;
    [[nodiscard]] QWidget* firstBox() const;

Q_SIGNALS:
    /// By the person.
    void picked(const QStringList& columns);

private:
    QComboBox* addBox();
    void rebuild(const QStringList& chosen);

    QString m_field;
    QStringList m_available;
    QList<QComboBox*> m_boxes;
    QHBoxLayout* m_layout;
    QPushButton* m_add;
};

} // namespace clientele
