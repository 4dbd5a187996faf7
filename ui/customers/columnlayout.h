// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

class QHeaderView;
class QJsonObject;
class QMenu;

namespace clientele {

class JsonStore;

/// Which columns are shown, in which order and how wide: remembered for one book.
class ColumnLayout final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnLayout)

public:
    /// @p name is the file in the store.
    ColumnLayout(QHeaderView& header, JsonStore& store, const QString& name, QObject* parent);

    /// Actions that show and hide the columns.
    void fillMenu(QMenu* menu);

private:
    QHeaderView& m_header;
    JsonStore& m_store;
    QString m_name;
    QTimer m_pause;

    void applyDefaults();
    void read(const QJsonObject& saved);
    void write();
};

} // namespace clientele
