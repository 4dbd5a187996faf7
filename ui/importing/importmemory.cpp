// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/importmemory.h"

#include "core/services/recipes.h"
#include "ui/common/jsonstore.h"

#include <QJsonArray>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

const QString fileName = u"imports.json"_s;

} // namespace

ImportMemory::ImportMemory(JsonStore& store, QObject* parent) : QObject(parent), m_store(store)
{
    whenDone(store.read(fileName), this, [this](const Result<QJsonObject>& saved) {
        // A damaged file was put aside: then it begins anew.
        take(saved ? *saved : QJsonObject());
    });
}

void ImportMemory::take(const QJsonObject& saved)
{
    m_isRead = true;
    const QList<Entry> newer = std::exchange(m_entries, {});
    for (const QJsonValue one : saved[u"imports"].toArray()) {
        Entry entry{.header = {}, .recipe = one[u"recipe"].toObject()};
        for (const QJsonValue column : one[u"header"].toArray())
            entry.header.append(column.toString());
        m_entries.append(entry);
    }
    if (newer.isEmpty())
        return;
    for (auto entry = newer.crbegin(); entry != newer.crend(); ++entry)
        put(*entry);
    write();
}

std::optional<ImportPlan> ImportMemory::recall(const QStringList& header) const
{
    const auto found = std::ranges::find(m_entries, header, &Entry::header);
    if (found == m_entries.end())
        return std::nullopt;
    auto plan = recipes::fromJson(found->recipe);
    return plan ? std::optional(*std::move(plan)) : std::nullopt;
}

void ImportMemory::put(Entry entry)
{
    m_entries.removeIf([&](const Entry& known) { return known.header == entry.header; });
    m_entries.prepend(std::move(entry));
    if (m_entries.size() > mostKept)
        m_entries.resize(mostKept);
}

void ImportMemory::remember(const QStringList& header, const ImportPlan& plan)
{
    put({.header = header, .recipe = recipes::toJson(plan)});
    if (m_isRead)
        write();
}

void ImportMemory::write()
{
    QJsonArray imports;
    for (const Entry& entry : std::as_const(m_entries))
        imports.append(QJsonObject{{u"header"_s, QJsonArray::fromStringList(entry.header)},
                                   {u"recipe"_s, entry.recipe}});
    m_store.write(fileName, {{u"version"_s, 1}, {u"imports"_s, imports}});
}

} // namespace clientele
