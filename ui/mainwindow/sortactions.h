// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QWidget;

namespace clientele {

/// The order of the table by keyboard: by which field, then by which, and which way.
class SortActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SortActions)

public:
    explicit SortActions(QWidget* window);

    void fill(QMenu* menu) const;
    [[nodiscard]] QList<QAction*> all() const;
    void show(const QList<SortKey>& keys);
    void setEnabled(bool enabled);

Q_SIGNALS:
    void chosen(const QList<clientele::SortKey>& keys);

private:
    QList<SortKey> m_keys;
    QActionGroup* m_first;
    QActionGroup* m_second;
    QAction* m_descending;
    QAction* m_secondDescending;

    QAction* add(const QString& name, const QString& text, const QString& alone);
    void addFields(QActionGroup* group, const QString& name, const QString& alone);
    void choose(qsizetype place, const SortKey& key);
    void turn(qsizetype place);
};

} // namespace clientele
