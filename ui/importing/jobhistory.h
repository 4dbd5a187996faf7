// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/jobrecord.h"

#include <QList>
#include <QObject>

namespace clientele {

class JsonStore;

/// The imports and exports that have ended, of this session and of those before it: the last fifty,
/// in a file of the window's own.
class JobHistory final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobHistory)

public:
    using QObject::QObject;

    /// Reads what is kept there, and keeps there what comes. @p store must outlive it.
    void keepIn(JsonStore& store);

    /// The oldest first.
    [[nodiscard]] const QList<JobRecord>& all() const { return m_records; }
    void add(const JobRecord& record);
    void clear();

    static constexpr qsizetype mostKept = 50;

Q_SIGNALS:
    void changed();

private:
    void take(const QJsonObject& saved);
    void write();

    JsonStore* m_store = nullptr;
    QList<JobRecord> m_records;
    bool m_isRead = false;
};

} // namespace clientele
