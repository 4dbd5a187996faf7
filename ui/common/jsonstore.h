// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task.h"

#include <QJsonObject>
#include <QString>
#include <QThreadPool>

namespace clientele {

/// Small JSON files of the window's own: sizes, columns, what is typed and not saved yet. Read and
/// written by one thread of its own, in the order of the calls, atomically and readable by their
/// owner only. Destruction waits until all is written.
class JsonStore final
{
public:
    explicit JsonStore(const QString& folder);
    ~JsonStore();
    Q_DISABLE_COPY_MOVE(JsonStore)

    /// An empty object where there is no such file. A damaged one is kept aside, under the name
    /// that the error has for its subject, so that nothing is written over it.
    Task<QJsonObject> read(const QString& name);
    /// An empty object removes the file.
    Task<std::monostate> write(const QString& name, const QJsonObject& object);

    [[nodiscard]] const QString& folder() const { return m_folder; }

    /// A file name for what belongs to one book: @p kind and a digest of @p key.
    static QString nameFor(const QString& kind, const QString& key);

private:
    QString m_folder;
    QThreadPool m_thread;
};

} // namespace clientele
