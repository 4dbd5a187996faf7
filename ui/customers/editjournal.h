// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace clientele {

class JsonStore;
class PendingEdits;

/// Keeps what is typed and not saved on disk too, so that a killed program loses nothing.
class EditJournal final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditJournal)

public:
    /// Reads back what the file holds, then follows the edits.
    EditJournal(PendingEdits& edits, JsonStore& store, const QString& name, QObject* parent);
    /// Hands what is not written yet to the store.
    ~EditJournal() override;

Q_SIGNALS:
    /// Once, after reading; @p count edits were found.
    void restored(int count);

private:
    PendingEdits& m_edits;
    JsonStore& m_store;
    QString m_name;
    QTimer m_pause;

    void write();
};

} // namespace clientele
