// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/sortactions.h"

#include "ui/customers/sortkeys.h"

#include <QActionGroup>
#include <QMenu>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr CustomerField fields[] = {CustomerField::Name,      CustomerField::Email,
                                    CustomerField::Phone,     CustomerField::CreatedAt,
                                    CustomerField::UpdatedAt, CustomerField::Id};

/// Not made of the field's word: only a translator can tell which letters go together in a menu.
QString menuText(CustomerField field)
{
    switch (field) {
    case CustomerField::Name:
        return SortActions::tr("&Name");
    case CustomerField::Email:
        return SortActions::tr("&E-mail");
    case CustomerField::Phone:
        return SortActions::tr("&Phone");
    case CustomerField::CreatedAt:
        return SortActions::tr("&Created");
    case CustomerField::UpdatedAt:
        return SortActions::tr("&Updated");
    default:
        return SortActions::tr("&Id");
    }
}

} // namespace

SortActions::SortActions(QWidget* window)
    : QObject(window), m_first(new QActionGroup(this)), m_second(new QActionGroup(this))
{
    addFields(m_first, u"sortBy_"_s, tr("Sort by %1"));
    m_descending = add(u"sortDescending"_s, tr("&Descending"), tr("Sort the other way round"));
    QAction* none = add(u"thenBy_nothing"_s, tr("N&othing else"), tr("Sort by one column only"));
    m_second->addAction(none);
    connect(none, &QAction::triggered, this, [this] { Q_EMIT chosen(m_keys.mid(0, 1)); });
    addFields(m_second, u"thenBy_"_s, tr("Then sort by %1"));
    m_secondDescending = add(u"thenDescending"_s, tr("&Descending"),
                             tr("Sort by the second column the other way round"));
    connect(m_descending, &QAction::triggered, this, [this] { turn(0); });
    connect(m_secondDescending, &QAction::triggered, this, [this] { turn(1); });
}

QAction* SortActions::add(const QString& name, const QString& text, const QString& alone)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setWhatsThis(alone);
    action->setCheckable(true);
    return action;
}

void SortActions::addFields(QActionGroup* group, const QString& name, const QString& alone)
{
    const qsizetype place = group == m_first ? 0 : 1;
    for (const CustomerField field : fields) {
        QAction* action =
            add(name + fieldName(field), menuText(field), alone.arg(sortkeys::fieldWord(field)));
        action->setData(int(field));
        group->addAction(action);
        connect(action, &QAction::triggered, this,
                [this, place, field] { choose(place, {.field = field}); });
    }
}

void SortActions::fill(QMenu* menu) const
{
    menu->addActions(m_first->actions());
    menu->addSeparator();
    menu->addAction(m_descending);
    menu->addSeparator();
    QMenu* second = menu->addMenu(tr("T&hen by"));
    second->addActions(m_second->actions());
    second->addSeparator();
    second->addAction(m_secondDescending);
}

QList<QAction*> SortActions::all() const
{
    return m_first->actions() + QList<QAction*>{m_descending} + m_second->actions() +
           QList<QAction*>{m_secondDescending};
}

void SortActions::show(const QList<SortKey>& keys)
{
    m_keys = keys;
    const auto check = [](const QActionGroup* group, const QList<SortKey>& shown) {
        for (QAction* action : group->actions()) {
            const bool isField = action->data().isValid();
            action->setChecked(shown.isEmpty()
                                   ? !isField
                                   : isField && action->data().toInt() == int(shown[0].field));
        }
    };
    check(m_first, keys.mid(0, 1));
    check(m_second, keys.mid(1, 1));
    m_descending->setChecked(!keys.isEmpty() && keys[0].descending);
    m_secondDescending->setChecked(keys.size() > 1 && keys[1].descending);
    setEnabled(m_first->isEnabled());
}

void SortActions::setEnabled(bool enabled)
{
    m_first->setEnabled(enabled);
    m_second->setEnabled(enabled);
    m_descending->setEnabled(enabled);
    m_secondDescending->setEnabled(enabled && m_keys.size() > 1);
    // Nobody sorts by one thing twice.
    for (QAction* action : m_second->actions()) {
        const bool isFirst = action->data().isValid() && !m_keys.isEmpty() &&
                             action->data().toInt() == int(m_keys[0].field);
        action->setEnabled(enabled && !isFirst);
    }
}

void SortActions::choose(qsizetype place, const SortKey& key)
{
    QList<SortKey> keys = m_keys.mid(0, 2);
    if (place < keys.size())
        keys[place] = key;
    else
        keys.append(key);
    if (keys.size() > 1 && keys[0].field == keys[1].field)
        keys.removeLast();
    Q_EMIT chosen(keys);
}

void SortActions::turn(qsizetype place)
{
    QList<SortKey> keys = m_keys;
    if (place >= keys.size())
        return;
    keys[place].descending = !keys[place].descending;
    Q_EMIT chosen(keys);
}

} // namespace clientele
