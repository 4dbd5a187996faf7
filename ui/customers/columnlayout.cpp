// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/columnlayout.h"

#include "ui/common/jsonstore.h"
#include "ui/models/customertablemodel.h"

#include <QEvent>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonObject>
#include <QMenu>
#include <QScopedValueRollback>

namespace clientele {

using namespace Qt::StringLiterals;

ColumnLayout::ColumnLayout(QHeaderView& header, JsonStore& store, const QString& name,
                           QObject* parent)
    : QObject(parent), m_header(header), m_store(store), m_name(name)
{
    applyDefaults();
    m_pause.setSingleShot(true);
    m_pause.setInterval(500);
    connect(&m_pause, &QTimer::timeout, this, &ColumnLayout::write);
    header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&header, &QHeaderView::customContextMenuRequested, this, [this](const QPoint& place) {
        auto* menu = new QMenu(&m_header);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(menu);
        menu->popup(m_header.mapToGlobal(place));
    });
    whenDone(store.read(name), this, [this](const Result<QJsonObject>& saved) {
        if (saved)
            read(*saved);
        fit();
        connect(&m_header, &QHeaderView::sectionResized, this,
                [this](int column, int, int width) { takeResized(column, width); });
        connect(&m_header, &QHeaderView::sectionMoved, this, [this] { m_pause.start(); });
    });
    header.viewport()->installEventFilter(this);
}

void ColumnLayout::applyDefaults()
{
    m_wanted = {260, 320, 190, 130, 160, 80};
    m_header.setSectionHidden(CustomerTableModel::Updated, true);
    m_header.setSectionHidden(CustomerTableModel::Id, true);
    fit();
}

bool ColumnLayout::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

int ColumnLayout::lastShown() const
{
    int place = m_header.count() - 1;
    while (place > 0 && m_header.isSectionHidden(m_header.logicalIndex(place)))
        --place;
    return m_header.logicalIndex(place);
}

void ColumnLayout::fit()
{
    const QScopedValueRollback fitting(m_fitting, true);
    int sum = 0;
    for (int column = 0; column < m_header.count(); ++column)
        sum += m_header.isSectionHidden(column) ? 0 : m_wanted[column];
    const int room = m_header.viewport()->width();
    const bool tight = !m_scrolls && sum > room && room > 0;
    for (int column = 0; column < m_header.count(); ++column) {
        if (!m_header.isSectionHidden(column))
            m_header.resizeSection(column, tight ? int(qint64(m_wanted[column]) * room / sum)
                                                 : m_wanted[column]);
    }
}

void ColumnLayout::takeResized(int column, int width)
{
    // Hidden ones have no width, and the last one stretches by itself.
    const int last = lastShown();
    if (m_fitting || width == 0 || column == last)
        return;
    // What is on the screen is what the person had in mind when this column was changed.
    int room = m_header.viewport()->width();
    for (int other = 0; other < m_header.count(); ++other) {
        if (other == last || m_header.isSectionHidden(other))
            continue;
        m_wanted[other] = m_header.sectionSize(other);
        room -= m_wanted[other];
    }
    m_scrolls = room < m_header.minimumSectionSize();
    if (!m_scrolls)
        m_wanted[last] = qMin(m_wanted[last], room);
    m_pause.start();
}

void ColumnLayout::fillMenu(QMenu* menu)
{
    for (int column = 1; column < CustomerTableModel::ColumnCount; ++column) {
        QAction* action = menu->addAction(
            m_header.model()->headerData(column, Qt::Horizontal, Qt::EditRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_header.isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            {
                const QScopedValueRollback fitting(m_fitting, true);
                m_header.setSectionHidden(column, !shown);
            }
            fit();
            m_pause.start();
        });
    }
}

void ColumnLayout::read(const QJsonObject& saved)
{
    const QScopedValueRollback fitting(m_fitting, true);
    m_scrolls = saved[u"scrolls"_s].toBool();
    const QJsonArray columns = saved[u"columns"_s].toArray();
    for (qsizetype place = 0; place < columns.size(); ++place) {
        const QJsonObject column = columns[place].toObject();
        const int section = column[u"column"_s].toInt(-1);
        if (section < 0 || section >= CustomerTableModel::ColumnCount)
            continue;
        m_header.moveSection(m_header.visualIndex(section), int(place));
        m_wanted[section] = qBound(40, column[u"width"_s].toInt(120), 2000);
        m_header.setSectionHidden(section, section != 0 && column[u"hidden"_s].toBool());
    }
}

QJsonObject ColumnLayout::state() const
{
    QJsonArray columns;
    for (int place = 0; place < m_header.count(); ++place) {
        const int section = m_header.logicalIndex(place);
        const bool hidden = m_header.isSectionHidden(section);
        columns.append(QJsonObject{
            {u"column"_s, section}, {u"width"_s, m_wanted[section]}, {u"hidden"_s, hidden}});
    }
    return {{u"columns"_s, columns}, {u"scrolls"_s, m_scrolls}};
}

void ColumnLayout::apply(const QJsonObject& state)
{
    if (state.isEmpty())
        return;
    read(state);
    fit();
    m_pause.start();
}

void ColumnLayout::write()
{
    m_store.write(m_name, state());
}

} // namespace clientele
