// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/savedviews.h"

#include "ui/common/jsonstore.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;
constexpr qsizetype mostKeys = 2;

QJsonObject toJson(const SavedView& view)
{
    QJsonArray sort;
    for (const SortKey& key : view.sort)
        sort.append(
            QJsonObject{{u"field"_s, fieldName(key.field)}, {u"descending"_s, key.descending}});
    return {{u"name"_s, view.name},
            {u"text"_s, view.text},
            {u"sort"_s, sort},
            {u"columns"_s, view.columns}};
}

SavedView fromJson(const QJsonObject& saved)
{
    SavedView view{.name = saved[u"name"_s].toString().trimmed(),
                   .text = saved[u"text"_s].toString(),
                   .columns = saved[u"columns"_s].toObject()};
    const QJsonArray sort = saved[u"sort"_s].toArray();
    for (const QJsonValue& key : sort) {
        const auto field = fieldFromName(key[u"field"_s].toString());
        if (field && view.sort.size() < mostKeys)
            view.sort.append({*field, key[u"descending"_s].toBool()});
    }
    return view;
}

} // namespace

SavedViews::SavedViews(JsonStore& store, const QString& file, QObject* parent)
    : QObject(parent), m_store(store), m_file(file)
{
    whenDone(store.read(file), this, [this](const Result<QJsonObject>& saved) {
        if (saved) {
            read(*saved);
        } else {
            // A damaged file was put aside: there is room for a new one.
            m_writable = QFileInfo(saved.error().subject).fileName() != m_file;
            Q_EMIT failed(saved.error());
        }
        Q_EMIT changed();
    });
}

void SavedViews::read(const QJsonObject& saved)
{
    // What a newer program wrote is not written over with less.
    m_writable = saved[u"version"_s].toInt(version) <= version;
    const QJsonArray views = saved[u"views"_s].toArray();
    for (const QJsonValue& value : views) {
        const SavedView view = fromJson(value.toObject());
        if (!view.name.isEmpty() && !find(view.name))
            m_views.append(view);
    }
}

qsizetype SavedViews::indexOf(const QString& name) const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(), [&](const SavedView& view) {
        return view.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_views.end() ? -1 : found - m_views.begin();
}

const SavedView* SavedViews::find(const QString& name) const
{
    const qsizetype index = indexOf(name);
    return index < 0 ? nullptr : &m_views[index];
}

void SavedViews::put(const SavedView& view)
{
    const qsizetype index = indexOf(view.name);
    if (index < 0)
        m_views.append(view);
    else
        m_views[index] = view;
    write();
}

void SavedViews::rename(const QString& name, const QString& newName)
{
    const qsizetype index = indexOf(name);
    if (index < 0)
        return;
    SavedView view = m_views[index];
    view.name = newName;
    m_views[index] = view;
    // One that had this name already gives way to it.
    for (qsizetype i = m_views.size() - 1; i >= 0; --i) {
        if (i != index && m_views[i].name.compare(newName, Qt::CaseInsensitive) == 0)
            m_views.removeAt(i);
    }
    write();
}

void SavedViews::remove(const QString& name)
{
    const qsizetype index = indexOf(name);
    if (index < 0)
        return;
    m_views.removeAt(index);
    write();
}

void SavedViews::write()
{
    QJsonArray views;
    for (const SavedView& view : std::as_const(m_views))
        views.append(toJson(view));
    // Without any view there is no file.
    const QJsonObject saved =
        views.isEmpty() ? QJsonObject() : QJsonObject{{u"version"_s, version}, {u"views"_s, views}};
    whenDone(m_store.write(m_file, saved), this, [this](const Result<>& written) {
        if (!written)
            Q_EMIT failed(written.error());
    });
    Q_EMIT changed();
}

} // namespace clientele
