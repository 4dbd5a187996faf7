// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/activitylog.h"

#include <QLoggingCategory>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logSql, "clientele.sql", QtWarningMsg)
Q_LOGGING_CATEGORY(logPool, "clientele.pool", QtWarningMsg)

constexpr qsizetype shownLength = 200;

QString masked(const Value& value)
{
    if (std::holds_alternative<std::monostate>(value))
        return u"NULL"_s;
    if (const auto* truth = std::get_if<bool>(&value))
        return *truth ? u"true"_s : u"false"_s;
    if (const auto* number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const auto* real = std::get_if<double>(&value))
        return QString::number(*real);
    if (const auto* text = std::get_if<QString>(&value))
        return u"text of %1 characters"_s.arg(text->size());
    return u"%1 bytes"_s.arg(std::get<QByteArray>(value).size());
}

QString shown(const Value& value)
{
    const auto* text = std::get_if<QString>(&value);
    if (!text)
        return masked(value);
    return text->size() <= shownLength
               ? u'\'' + *text + u'\''
               : u"'%1… (%2 characters)"_s.arg(text->first(shownLength)).arg(text->size());
}

void print(const ActivityRecord& record)
{
    const bool statement = record.kind == ActivityRecord::Kind::Statement;
    const QLoggingCategory& category = statement ? logSql() : logPool();
    if (!category.isDebugEnabled())
        return;
    QString line = u"#%1 %2"_s.arg(record.connection).arg(record.text.simplified());
    if (!record.parameters.isEmpty())
        line += u" ["_s + record.parameters.join(u", "_s) + u']';
    if (statement)
        line += u" %1 ms"_s.arg(record.milliseconds, 0, 'f', 2);
    if (record.rows >= 0)
        line += u", %1 rows"_s.arg(record.rows);
    if (!record.error.isEmpty())
        line += u": "_s + record.error;
    qCDebug(category).noquote() << line;
}

} // namespace

void ActivityLog::add(ActivityRecord record)
{
    print(record);
    const std::lock_guard lock(m_mutex);
    record.number = ++m_last;
    if (m_records.size() >= m_capacity)
        m_records.removeFirst();
    m_records.append(std::move(record));
}

QList<ActivityRecord> ActivityLog::since(qint64 after) const
{
    const std::lock_guard lock(m_mutex);
    const qint64 fresh = std::clamp(m_last - after, qint64(0), qint64(m_records.size()));
    return m_records.last(fresh);
}

QStringList ActivityLog::describe(std::span<const Value> values) const
{
    QStringList described;
    described.reserve(qsizetype(values.size()));
    for (const Value& value : values)
        described += m_showsValues ? shown(value) : masked(value);
    return described;
}

} // namespace clientele
