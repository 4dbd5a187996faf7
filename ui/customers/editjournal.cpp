// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/editjournal.h"

#include "ui/common/jsonstore.h"
#include "ui/customers/pendingedits.h"

namespace clientele {

EditJournal::EditJournal(PendingEdits& edits, JsonStore& store, const QString& name,
                         QObject* parent)
    : QObject(parent), m_edits(edits), m_store(store), m_name(name)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(300);
    connect(&m_pause, &QTimer::timeout, this, &EditJournal::write);
    whenDone(store.read(name), this, [this](const Result<QJsonObject>& saved) {
        if (saved && !saved->isEmpty())
            m_edits.addFrom(*saved);
        connect(&m_edits, &PendingEdits::changed, &m_pause, qOverload<>(&QTimer::start));
        if (m_edits.count() > 0)
            m_pause.start();
        Q_EMIT restored(m_edits.count());
    });
}

EditJournal::~EditJournal()
{
    if (m_pause.isActive())
        write();
}

void EditJournal::write()
{
    m_pause.stop();
    m_store.write(m_name, m_edits.toJson());
}

} // namespace clientele
