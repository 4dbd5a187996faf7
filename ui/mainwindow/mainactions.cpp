// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainactions.h"

#include "ui/common/icons.h"
#include "ui/customers/customerspage.h"
#include "ui/mainwindow/sortactions.h"

#include <QAction>
#include <QActionGroup>
#include <QMenuBar>

namespace clientele {

using namespace Qt::StringLiterals;

MainActions::MainActions(QWidget* window)
    : QObject(window), sort(new SortActions(window)), m_window(window)
{
    addFileActions();
    addEditActions();
    addViewActions();
    addCustomerActions();
    help = add(u"help"_s, tr("&Keys and help"), u"help",
               QKeySequence::keyBindings(QKeySequence::HelpContents));
    diagnostics =
        add(u"diagnostics"_s, tr("&Diagnostics"), u"server", {{Qt::CTRL | Qt::SHIFT | Qt::Key_L}});
    about = add(u"about"_s, tr("&About Clientele"), u"info");
}

QAction* MainActions::add(const QString& name, const QString& text, QStringView iconName,
                          const QList<QKeySequence>& keys)
{
    auto* action = new QAction(text, m_window);
    action->setObjectName(name);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    action->setShortcuts(keys);
    m_window->addAction(action);
    m_all.append(action);
    return action;
}

void MainActions::addFileActions()
{
    newCustomer = add(u"newCustomer"_s, tr("&New customer"), u"new", {QKeySequence::New});
    import = add(u"import"_s, tr("&Import…"), u"import", {{ Qt::CTRL | Qt::Key_I }});
    exportCustomers = add(u"export"_s, tr("&Export…"), u"export", {{Qt::CTRL | Qt::Key_E}});
    switchBook = add(u"switchBook"_s, tr("&Switch book"), u"book", {QKeySequence::Open});
    connections = add(u"connections"_s, tr("Manage &connections…"), u"settings");
    adopt = add(u"adopt"_s, tr("&Take over the table…"), u"table");
    quit = add(u"quit"_s, tr("&Quit"), {}, {{Qt::CTRL | Qt::Key_Q}});
    quit->setMenuRole(QAction::QuitRole);
}

void MainActions::addEditActions()
{
    undo = add(u"undo"_s, tr("&Undo"), u"undo", {QKeySequence::Undo});
    redo = add(u"redo"_s, tr("&Redo"), u"redo",
               {{Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, {Qt::CTRL | Qt::Key_Y}});
    copy = add(u"copy"_s, tr("&Copy"), u"copy", {QKeySequence::Copy});
    copyWithHeader = add(u"copyWithHeader"_s, tr("Copy with &headers"), {},
                         {{Qt::CTRL | Qt::SHIFT | Qt::Key_C}});
    copyJson = add(u"copyJson"_s, tr("Copy as &JSON"), {}, {{Qt::CTRL | Qt::ALT | Qt::Key_C}});
    paste = add(u"paste"_s, tr("&Paste as an import…"), u"import", {QKeySequence::Paste});
    selectAll = add(u"selectAll"_s, tr("Select &all that match"), {}, {QKeySequence::SelectAll});
    find =
        add(u"find"_s, tr("&Search"), u"search", {{Qt::CTRL | Qt::Key_F}, {Qt::CTRL | Qt::Key_K}});
}

void MainActions::addViewActions()
{
    showAll = add(u"showAll"_s, tr("&All customers"));
    showActive = add(u"showActive"_s, tr("A&ctive customers"));
    showInactive = add(u"showInactive"_s, tr("&Inactive customers"));
    filter =
        add(u"filter"_s, tr("Add a &filter…"), u"filter", {{Qt::CTRL | Qt::SHIFT | Qt::Key_F}});
    views = add(u"views"_s, tr("Saved &views…"), u"eye", {{Qt::CTRL | Qt::SHIFT | Qt::Key_V}});
    m_all.append(sort->all());
    details = add(u"details"_s, tr("&Details"), u"columns", {{Qt::CTRL | Qt::Key_D}});
    details->setCheckable(true);
    refresh = add(u"refresh"_s, tr("&Refresh"), u"refresh", {QKeySequence::Refresh});
    palette =
        add(u"palette"_s, tr("Command &palette…"), u"table", {{Qt::CTRL | Qt::SHIFT | Qt::Key_P}});
    schemeSystem = add(u"schemeSystem"_s, tr("Colours as the s&ystem has them"));
    schemeLight = add(u"schemeLight"_s, tr("&Light colours"));
    schemeDark = add(u"schemeDark"_s, tr("Dar&k colours"));
    auto* schemes = new QActionGroup(this);
    for (QAction* action : {schemeSystem, schemeLight, schemeDark}) {
        action->setCheckable(true);
        schemes->addAction(action);
    }
    schemeSystem->setChecked(true);
}

void MainActions::addCustomerActions()
{
    save = add(u"save"_s, tr("&Save"), u"check", {QKeySequence::Save});
    revert = add(u"revert"_s, tr("Re&vert"), u"undo", {{Qt::CTRL | Qt::SHIFT | Qt::Key_R}});
    duplicate =
        add(u"duplicate"_s, tr("D&uplicate"), u"copy", {{Qt::CTRL | Qt::SHIFT | Qt::Key_D}});
    clearPhone =
        add(u"clearPhone"_s, tr("Set the phone number to &none"), {}, {{Qt::ALT | Qt::Key_Delete}});
    deactivate = add(u"deactivate"_s, tr("&Deactivate"), u"deactivate", {{Qt::Key_Delete}});
    restore = add(u"restore"_s, tr("&Restore"), u"restore", {{Qt::CTRL | Qt::SHIFT | Qt::Key_A}});
    removeForGood =
        add(u"removeForGood"_s, tr("Delete &for good…"), u"delete", {{Qt::SHIFT | Qt::Key_Delete}});
    previous =
        add(u"previous"_s, tr("&Previous customer"), u"arrow-up", {{Qt::CTRL | Qt::Key_PageUp}});
    next = add(u"next"_s, tr("Ne&xt customer"), u"arrow-down", {{Qt::CTRL | Qt::Key_PageDown}});
}

void MainActions::fill(QMenuBar* bar, QMenu* columns) const
{
    const auto menu = [bar](const QString& title, const QList<QAction*>& actions) {
        QMenu* added = bar->addMenu(title);
        for (QAction* action : actions)
            action ? added->addAction(action) : (void)added->addSeparator();
        return added;
    };
    menu(tr("&File"), {newCustomer, nullptr, import, exportCustomers, nullptr, switchBook,
                       connections, adopt, nullptr, quit});
    menu(tr("&Edit"),
         {undo, redo, nullptr, copy, copyWithHeader, copyJson, paste, selectAll, nullptr, find});
    QMenu* view = menu(tr("&View"), {showAll, showActive, showInactive, filter, views, nullptr});
    sort->fill(view->addMenu(tr("&Sort by")));
    view->addAction(details);
    view->addMenu(columns);
    view->addSeparator();
    view->addActions({refresh, palette});
    view->addSeparator();
    view->addActions({schemeSystem, schemeLight, schemeDark});
    menu(tr("&Customer"), {save, revert, nullptr, duplicate, clearPhone, nullptr, deactivate,
                           restore, removeForGood, nullptr, previous, next});
    menu(tr("&Help"), {help, diagnostics, nullptr, about});
}

void MainActions::update(const PageActions& page, bool open, const QString& readOnlyReason)
{
    for (QAction* action :
         {newCustomer, import, paste, deactivate, restore, removeForGood, duplicate, clearPhone})
        action->setToolTip(readOnlyReason.isEmpty() ? action->iconText() : readOnlyReason);
    newCustomer->setEnabled(open && page.edit);
    import->setEnabled(open && page.edit);
    paste->setEnabled(open && page.edit);
    for (QAction* action : {exportCustomers, selectAll, find, showAll, showActive, showInactive,
                            filter, views, details, refresh, next, previous})
        action->setEnabled(open);
    sort->setEnabled(open);
    adopt->setEnabled(page.adopt);
    undo->setEnabled(page.undo);
    redo->setEnabled(page.redo);
    for (QAction* action : {copy, copyWithHeader, copyJson})
        action->setEnabled(page.selected);
    save->setEnabled(page.save);
    revert->setEnabled(page.revert);
    for (QAction* action : {deactivate, restore, removeForGood})
        action->setEnabled(page.selected && page.edit);
    duplicate->setEnabled(page.details && page.edit);
    clearPhone->setEnabled(page.details && page.edit);
}

} // namespace clientele
