// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importplan.h"

#include <QJsonObject>
#include <QObject>

#include <optional>

namespace clientele {

class JsonStore;

/// How files were imported, by their headers: the next one with the same columns is taken the same
/// way. The latest hundred are kept, in a file of the window's own.
class ImportMemory final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportMemory)

public:
    /// @p store must outlive it.
    explicit ImportMemory(JsonStore& store, QObject* parent = nullptr);

    /// nullopt where no file with these columns, in this order, was imported.
    [[nodiscard]] std::optional<ImportPlan> recall(const QStringList& header) const;
    void remember(const QStringList& header, const ImportPlan& plan);

    static constexpr qsizetype mostKept = 100;

private:
    struct Entry
    {
        QStringList header;
        QJsonObject recipe;
    };

    void take(const QJsonObject& saved);
    void write();
    void put(Entry entry);

    JsonStore& m_store;
    QList<Entry> m_entries; ///< the latest first
    bool m_isRead = false;
};

} // namespace clientele
