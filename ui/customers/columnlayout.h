// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

class QHeaderView;
class QJsonObject;
class QMenu;

namespace clientele {

class JsonStore;

/// Which columns are shown, in which order and how wide: remembered for one book. Columns that do
/// not fit shrink in proportion, unless the person made them wider than the table.
class ColumnLayout final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnLayout)

public:
    /// @p name is the file in the store.
    ColumnLayout(QHeaderView& header, JsonStore& store, const QString& name, QObject* parent);

    /// Actions that show and hide the columns.
    void fillMenu(QMenu* menu);

    [[nodiscard]] QJsonObject state() const;
    /// What state() was once; nothing where that is empty.
    void apply(const QJsonObject& state);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QHeaderView& m_header;
    JsonStore& m_store;
    QString m_name;
    QTimer m_pause;
    QList<int> m_wanted;    ///< the widths where there is room, by column
    bool m_scrolls = false; ///< the person wants them wider than the table
    bool m_fitting = false;

    void fit();
    void takeResized(int column, int width);
    [[nodiscard]] int lastShown() const;
    void applyDefaults();
    void read(const QJsonObject& saved);
    void write();
};

} // namespace clientele
