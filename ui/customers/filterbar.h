// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;

namespace clientele {

class Chip;

/// All, Active, Inactive, the ranges of time that are set, and how many customers that makes.
class FilterBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBar)

public:
    explicit FilterBar(QWidget* parent = nullptr);

    void showQuery(const CustomerQuery& query);
    void setCount(const QString& text);

Q_SIGNALS:
    void activeChosen(clientele::ActiveFilter active);
    void createdChosen(const clientele::TimeRange& range);
    void updatedChosen(const clientele::TimeRange& range);

private:
    QButtonGroup* m_active;
    QHBoxLayout* m_conditions;
    Chip* m_add;
    QLabel* m_count;
    CustomerQuery m_query;

    void openPopup();
    void addCondition(const QString& text, void (FilterBar::*cleared)(const TimeRange&));
};

} // namespace clientele
