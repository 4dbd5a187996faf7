// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customerquery.h"
#include "core/result.h"

#include <QJsonObject>
#include <QObject>

#include <optional>

namespace clientele {

class JsonStore;

/// A search with its order and columns, under a name.
struct SavedView
{
    QString name;
    QString text;
    QList<SortKey> sort;
    QJsonObject columns; ///< as ColumnLayout has it

    bool operator==(const SavedView&) const = default;
};

/// The saved views of one book, and the file that they are kept in.
class SavedViews final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SavedViews)

public:
    /// @p file is its name in the store, which must outlive this.
    SavedViews(JsonStore& store, const QString& file, QObject* parent);

    [[nodiscard]] const QList<SavedView>& all() const { return m_views; }
    /// Whatever the case of its letters.
    [[nodiscard]] const SavedView* find(const QString& name) const;
    /// False until the file is read, and where it must not be written to.
    [[nodiscard]] bool canChange() const { return m_writable; }

    /// In the place of the one of that name, else as the last one.
    void put(const SavedView& view);
    void rename(const QString& name, const QString& newName);
    void remove(const QString& name);

Q_SIGNALS:
    void changed();
    /// The file could not be read or written.
    void failed(const clientele::Error& error);

private:
    JsonStore& m_store;
    QString m_file;
    QList<SavedView> m_views;
    bool m_writable = false;

    void read(const QJsonObject& saved);
    void write();
    [[nodiscard]] qsizetype indexOf(const QString& name) const;
};

} // namespace clientele
