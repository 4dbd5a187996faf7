// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/jobhistory.h"

#include "ui/common/jsonstore.h"

#include <QJsonArray>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

const QString fileName = u"jobs.json"_s;

} // namespace

void JobHistory::keepIn(JsonStore& store)
{
    m_store = &store;
    whenDone(store.read(fileName), this, [this](const Result<QJsonObject>& saved) {
        // A damaged file was put aside: then the list begins anew.
        take(saved ? *saved : QJsonObject());
    });
}

void JobHistory::take(const QJsonObject& saved)
{
    QList<JobRecord> before;
    for (const QJsonValue one : saved[u"jobs"].toArray()) {
        if (const auto record = JobRecord::fromJson(one.toObject()))
            before.append(*record);
    }
    m_isRead = true;
    const bool hasNew = !m_records.isEmpty();
    m_records = before + m_records;
    if (hasNew)
        write();
    Q_EMIT changed();
}

void JobHistory::add(const JobRecord& record)
{
    m_records.append(record);
    write();
    Q_EMIT changed();
}

void JobHistory::clear()
{
    m_records.clear();
    write();
    Q_EMIT changed();
}

void JobHistory::write()
{
    if (m_records.size() > mostKept)
        m_records.remove(0, m_records.size() - mostKept);
    if (!m_store || !m_isRead)
        return;
    QJsonArray jobs;
    for (const JobRecord& record : std::as_const(m_records))
        jobs.append(record.toJson());
    m_store->write(fileName, {{u"version"_s, 1}, {u"jobs"_s, jobs}});
}

} // namespace clientele
