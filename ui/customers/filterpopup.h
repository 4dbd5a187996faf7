// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"

#include <QFrame>

class QCheckBox;
class QDateEdit;
class QGridLayout;

namespace clientele {

/// A small window with two ranges of days.
class FilterPopup final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterPopup)

public:
    FilterPopup(const TimeRange& created, const TimeRange& updated, QWidget* parent);

    void openBelow(QWidget* anchor);

Q_SIGNALS:
    void chosen(const clientele::TimeRange& created, const clientele::TimeRange& updated);

private:
    struct Bound
    {
        QCheckBox* use;
        QDateEdit* day;
    };
    Bound m_bounds[4]; ///< created from, until; updated from, until

    Bound addBound(QGridLayout* grid, int row, const QString& text, const QString& spoken,
                   const std::optional<Timestamp>& moment, bool inclusiveEnd);
    [[nodiscard]] TimeRange range(int first) const;
};

} // namespace clientele
