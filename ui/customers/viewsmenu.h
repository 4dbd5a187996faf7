// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/customers/savedviews.h"

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace clientele {

class Chip;
class ColumnLayout;
class SearchController;

/// The chip that names the view in use, and its menu: choose, save, update, rename, delete.
class ViewsMenu final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewsMenu)

public:
    /// All must outlive it; the keys of the views work in the window of @p page.
    ViewsMenu(SavedViews& views, SearchController& search, ColumnLayout& columns, QWidget* page);

    [[nodiscard]] Chip* chip() const { return m_chip; }
    void open();
    /// One for each view and what can be done with them, for the command palette.
    [[nodiscard]] QList<QAction*> actions() const;
    /// Empty where none is.
    [[nodiscard]] QString inUse() const { return m_inUse; }
    [[nodiscard]] bool isChanged() const;

    void choose(const QString& name);
    void saveAs();
    void update();
    void rename();
    void remove();

Q_SIGNALS:
    void acted(const QString& text);

private:
    SavedViews& m_views;
    SearchController& m_search;
    ColumnLayout& m_columns;
    QWidget* m_page;
    Chip* m_chip;
    QMenu* m_menu;
    QList<QAction*> m_choices;
    QAction *m_saveAs, *m_update, *m_rename, *m_remove;
    QString m_inUse;

    QAction* addAct(const QString& name, void (ViewsMenu::*act)());
    void fill();
    void addChoice(qsizetype place);
    void describe();
    void followQuery();
    void askName(const QString& renamed, std::function<void(const QString&)> take);
    [[nodiscard]] SavedView present(const QString& name) const;
};

} // namespace clientele
