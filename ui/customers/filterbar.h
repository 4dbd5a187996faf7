// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customersearch.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;

namespace clientele {

class FilterChips;

/// What the search text filters by, as chips, and how many customers that makes. A chip writes into
/// the text; there is no other place where filters are kept. Below it, quietly, what cannot be
/// understood of the text.
class FilterBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBar)

public:
    explicit FilterBar(QWidget* parent = nullptr);

    /// Before everything else in the line.
    void addFront(QWidget* widget);
    void showText(const QString& text);
    void setCount(const QString& text, const QString& toolTip = {});
    /// Why the order takes its time; empty where it does not. In the line, so that the table's
    /// header stays under the mouse that sorted by it.
    void setHint(const QString& text);
    void openPopup();

Q_SIGNALS:
    void textChosen(const QString& text);

private:
    QHBoxLayout* m_line;
    QButtonGroup* m_active;
    FilterChips* m_chips;
    QLabel* m_count;
    QLabel* m_slow;
    QLabel* m_note;
    QTimer m_pause; ///< half a filter is no problem while it is typed
    QString m_text;
    CustomerSearch m_search;
    QList<std::pair<qsizetype, qsizetype>> m_places; ///< of the chips, in the text

    void showFilters();
    void sayProblem();
    void removeFilter(int item);
};

} // namespace clientele
