// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/timerange.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QDateEdit;

namespace clientele {

class Chip;

/// A range of days, by its ends or by one of the usual ones; its value is as filters have it:
/// "<7d", "2024-05-01..2024-05-31", or empty.
class DayRange final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DayRange)

public:
    /// @p name ("Created") is for screen readers.
    explicit DayRange(const QString& name, QWidget* parent = nullptr);

    /// @p value as it is typed, and the range that it means.
    void set(const QString& value, const TimeRange& range);
    [[nodiscard]] QString value() const;

Q_SIGNALS:
    void changed();

private:
    struct Bound
    {
        QCheckBox* use;
        QDateEdit* day;
    };
    QList<Chip*> m_usual;
    Bound m_from;
    Bound m_until;
    bool m_setting = false;

    void addUsual(const QString& text, const QString& value, const QString& name);
    Bound addBound(const QString& text, const QString& spoken);
    void set(const Bound& bound, const std::optional<QDate>& day);
    void takeUsual(Chip* chip, bool on);
    void takeDays();
};

} // namespace clientele
