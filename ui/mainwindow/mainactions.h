// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;
class QWidget;

namespace clientele {

struct PageActions;
class SortActions;

/// Every act of the window, once: for menus, keys, buttons and the command palette.
class MainActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainActions)

public:
    /// The actions' keys work in @p window.
    explicit MainActions(QWidget* window);

    QAction *newCustomer, *import, *exportCustomers, *switchBook, *connections, *adopt, *quit;
    QAction *undo, *redo, *copy, *copyWithHeader, *copyJson, *paste, *selectAll, *find;
    QAction *showAll, *showActive, *showInactive, *filter, *views, *details, *refresh, *palette;
    QAction *schemeSystem, *schemeLight, *schemeDark;
    QAction *save, *revert, *duplicate, *clearPhone, *deactivate, *restore, *removeForGood;
    QAction *next, *previous, *help, *diagnostics, *about;
    SortActions* sort;

    void fill(QMenuBar* bar, QMenu* columns) const;
    /// In the order of the menus.
    [[nodiscard]] const QList<QAction*>& all() const { return m_all; }
    /// Greys out what cannot be done. @p open: a book is there; @p readOnlyReason: why it cannot
    /// change.
    void update(const PageActions& page, bool open, const QString& readOnlyReason);

private:
    QWidget* m_window;
    QList<QAction*> m_all;

    QAction* add(const QString& name, const QString& text, QStringView iconName = {},
                 const QList<QKeySequence>& keys = {});
    void addFileActions();
    void addEditActions();
    void addViewActions();
    void addCustomerActions();
};

} // namespace clientele
