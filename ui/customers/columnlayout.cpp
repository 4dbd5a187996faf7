// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/columnlayout.h"

#include "ui/common/jsonstore.h"
#include "ui/models/customertablemodel.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QMenu>

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
        const auto changed = [this] { m_pause.start(); };
        connect(&m_header, &QHeaderView::sectionResized, this, changed);
        connect(&m_header, &QHeaderView::sectionMoved, this, changed);
    });
}

void ColumnLayout::applyDefaults()
{
    const int widths[CustomerTableModel::ColumnCount] = {260, 320, 190, 130, 160, 80};
    for (int column = 0; column < CustomerTableModel::ColumnCount; ++column)
        m_header.resizeSection(column, widths[column]);
    m_header.setSectionHidden(CustomerTableModel::Updated, true);
    m_header.setSectionHidden(CustomerTableModel::Id, true);
}

void ColumnLayout::fillMenu(QMenu* menu)
{
    for (int column = 1; column < CustomerTableModel::ColumnCount; ++column) {
        QAction* action = menu->addAction(
            m_header.model()->headerData(column, Qt::Horizontal, Qt::EditRole).toString());
        action->setCheckable(true);
        action->setChecked(!m_header.isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_header.setSectionHidden(column, !shown);
            m_pause.start();
        });
    }
}

void ColumnLayout::read(const QJsonObject& saved)
{
    const QJsonArray columns = saved[u"columns"_s].toArray();
    for (qsizetype place = 0; place < columns.size(); ++place) {
        const QJsonObject column = columns[place].toObject();
        const int section = column[u"column"_s].toInt(-1);
        if (section < 0 || section >= CustomerTableModel::ColumnCount)
            continue;
        m_header.moveSection(m_header.visualIndex(section), int(place));
        m_header.resizeSection(section, qBound(40, column[u"width"_s].toInt(120), 2000));
        m_header.setSectionHidden(section, section != 0 && column[u"hidden"_s].toBool());
    }
}

void ColumnLayout::write()
{
    QJsonArray columns;
    for (int place = 0; place < m_header.count(); ++place) {
        const int section = m_header.logicalIndex(place);
        const bool hidden = m_header.isSectionHidden(section);
        columns.append(QJsonObject{{u"column"_s, section},
                                   {u"width"_s, hidden ? 130 : m_header.sectionSize(section)},
                                   {u"hidden"_s, hidden}});
    }
    m_store.write(m_name, {{u"columns"_s, columns}});
}

} // namespace clientele
