// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/viewsmenu.h"

#include "ui/common/chip.h"
#include "ui/common/icons.h"
#include "ui/common/questiondialog.h"
#include "ui/customers/columnlayout.h"
#include "ui/customers/searchcontroller.h"
#include "ui/customers/viewnamedialog.h"

#include <QMenu>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype withKeys = 9; ///< Ctrl+1 to Ctrl+9
constexpr int widest = 130;       ///< of the name on the chip

QString literal(QString name)
{
    return name.replace(u'&', u"&&"_s);
}

} // namespace

ViewsMenu::ViewsMenu(SavedViews& views, SearchController& search, ColumnLayout& columns,
                     QWidget* page)
    : QObject(page), m_views(views), m_search(search), m_columns(columns), m_page(page),
      m_chip(Chip::withIcon(u"chevron-down", {}, page)), m_menu(new QMenu(page))
{
    m_chip->setObjectName(u"viewsChip"_s);
    m_menu->setObjectName(u"viewsMenu"_s);
    m_menu->setToolTipsVisible(true);
    connect(m_chip, &Chip::clicked, this, &ViewsMenu::open);
    m_saveAs = addAct(u"saveView"_s, &ViewsMenu::saveAs);
    m_update = addAct(u"updateView"_s, &ViewsMenu::update);
    m_rename = addAct(u"renameView"_s, &ViewsMenu::rename);
    m_remove = addAct(u"deleteView"_s, &ViewsMenu::remove);
    m_saveAs->setText(tr("&Save as a view…"));
    connect(&views, &SavedViews::changed, this, &ViewsMenu::fill);
    connect(&search, &SearchController::queryChanged, this, &ViewsMenu::followQuery);
    fill();
}

QAction* ViewsMenu::addAct(const QString& name, void (ViewsMenu::*act)())
{
    auto* action = new QAction(this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void ViewsMenu::fill()
{
    if (!m_views.find(m_inUse))
        m_inUse.clear();
    m_menu->clear();
    qDeleteAll(m_choices);
    m_choices.clear();
    for (qsizetype i = 0; i < m_views.all().size(); ++i)
        addChoice(i);
    if (m_choices.isEmpty())
        m_menu->addAction(tr("No saved views yet"))->setEnabled(false);
    m_menu->addSeparator();
    m_menu->addActions({m_saveAs, m_update, m_rename, m_remove});
    describe();
}

void ViewsMenu::addChoice(qsizetype place)
{
    const QString name = m_views.all()[place].name;
    auto* action = new QAction(literal(name), this);
    action->setWhatsThis(tr("View: %1").arg(name));
    action->setToolTip(m_views.all()[place].text);
    action->setData(name);
    action->setCheckable(true);
    if (place < withKeys)
        action->setShortcut(QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_1 + int(place))));
    connect(action, &QAction::triggered, this, [this, name] { choose(name); });
    m_page->addAction(action);
    m_menu->addAction(action);
    m_choices.append(action);
}

QList<QAction*> ViewsMenu::actions() const
{
    return m_choices + QList<QAction*>{m_saveAs, m_update, m_rename, m_remove};
}

bool ViewsMenu::isChanged() const
{
    const SavedView* view = m_views.find(m_inUse);
    return view && (view->text != m_search.query().text || view->sort != m_search.query().sort);
}

void ViewsMenu::describe()
{
    const bool changed = isChanged();
    const QString name = m_inUse.isEmpty()
                             ? tr("Views")
                             : m_chip->fontMetrics().elidedText(m_inUse, Qt::ElideRight, widest);
    m_chip->setText(literal(changed ? tr("%1 · changed").arg(name) : name));
    m_chip->setAccessibleName(m_inUse.isEmpty() ? tr("Saved views")
                              : changed         ? tr("View %1, changed").arg(m_inUse)
                                                : tr("View %1").arg(m_inUse));
    m_chip->setToolTip(m_inUse.isEmpty()
                           ? tr("Saved views: a search with its order and columns, under a name")
                           : m_chip->accessibleName());
    m_chip->setTone(m_inUse.isEmpty() ? QString() : u"on"_s);
    m_chip->updateGeometry();
    for (QAction* action : std::as_const(m_choices))
        action->setChecked(action->data().toString() == m_inUse);
    m_saveAs->setEnabled(m_views.canChange());
    const bool one = m_views.canChange() && !m_inUse.isEmpty();
    const QString shown = m_inUse.isEmpty() ? tr("the view") : u"“%1”"_s.arg(literal(m_inUse));
    m_update->setText(tr("&Update %1 to what is shown").arg(shown));
    m_rename->setText(tr("&Rename %1…").arg(shown));
    m_remove->setText(tr("&Delete %1…").arg(shown));
    for (QAction* action : {m_update, m_rename, m_remove}) {
        action->setEnabled(one);
        action->setVisible(!m_inUse.isEmpty());
    }
}

void ViewsMenu::followQuery()
{
    // Back to everything: that is no view that was changed.
    if (isChanged() && m_search.query().text.isEmpty() &&
        m_search.query().sort == SearchController::defaultSort())
        m_inUse.clear();
    describe();
}

void ViewsMenu::open()
{
    // Not the button's own menu: that would run an event loop of its own.
    const bool leftToRight = m_page->layoutDirection() == Qt::LeftToRight;
    const QPoint corner =
        leftToRight ? m_chip->rect().bottomLeft()
                    : m_chip->rect().bottomRight() - QPoint(m_menu->sizeHint().width(), 0);
    m_menu->popup(m_chip->mapToGlobal(corner + QPoint(0, 4)));
}

void ViewsMenu::choose(const QString& name)
{
    const SavedView* view = m_views.find(name);
    if (!view)
        return;
    m_inUse = view->name;
    m_columns.apply(view->columns);
    m_search.show(view->text, view->sort);
    describe();
}

SavedView ViewsMenu::present(const QString& name) const
{
    return {.name = name,
            .text = m_search.query().text,
            .sort = m_search.query().sort,
            .columns = m_columns.state()};
}

void ViewsMenu::askName(const QString& renamed, std::function<void(const QString&)> take)
{
    auto* dialog = new ViewNameDialog(m_views, renamed, m_page->window());
    connect(dialog, &QDialog::accepted, this,
            [dialog, take = std::move(take)] { take(dialog->name()); });
    dialog->open();
}

void ViewsMenu::saveAs()
{
    askName({}, [this](const QString& name) {
        m_inUse = name;
        m_views.put(present(name));
        Q_EMIT acted(tr("Saved the view %1.").arg(name));
    });
}

void ViewsMenu::update()
{
    m_views.put(present(m_inUse));
    Q_EMIT acted(tr("Updated the view %1.").arg(m_inUse));
}

void ViewsMenu::rename()
{
    askName(m_inUse, [this, before = m_inUse](const QString& name) {
        m_inUse = name;
        m_views.rename(before, name);
        Q_EMIT acted(tr("Renamed the view %1 to %2.").arg(before, name));
    });
}

void ViewsMenu::remove()
{
    auto* question = new QuestionDialog(
        {.title = tr("Delete the view %1?").arg(m_inUse),
         .text = tr("The customers that it shows stay as they are, and so does what is on the "
                    "screen."),
         .accept = tr("Delete the view"),
         .danger = true},
        m_page->window());
    question->setObjectName(u"deleteViewQuestion"_s);
    connect(question, &QDialog::accepted, this, [this, name = m_inUse] {
        m_views.remove(name);
        Q_EMIT acted(tr("Deleted the view %1.").arg(name));
    });
    question->open();
}

} // namespace clientele
