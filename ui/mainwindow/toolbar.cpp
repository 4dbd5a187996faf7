// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/toolbar.h"

#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/sectionlabel.h"
#include "ui/mainwindow/bookswitcher.h"
#include "ui/mainwindow/mainactions.h"
#include "ui/mainwindow/searchfield.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

namespace clientele {

using namespace Qt::StringLiterals;

ToolBar::ToolBar(const MainActions& actions, QWidget* parent)
    : QWidget(parent), m_switcher(new BookSwitcher(this)), m_search(new SearchField(this)),
      m_band(new QFrame(this))
{
    auto* more = makeButton({}, ButtonKind::Normal, this);
    more->setObjectName(u"moreButton"_s);
    more->setIcon(icon(u"more"));
    more->setAccessibleName(tr("More"));
    more->setToolTip(tr("More"));
    auto* menu = new QMenu(more);
    menu->addActions({actions.exportCustomers, actions.refresh});
    menu->addSeparator();
    menu->addActions({actions.palette, actions.connections, actions.help, actions.about});
    more->setMenu(menu);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_switcher);
    row->addWidget(m_search, 1);
    row->addWidget(addButton(actions.newCustomer, tr("New"), true));
    row->addWidget(addButton(actions.import, tr("Import"), false));
    row->addWidget(more);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    m_band->setFixedHeight(3);
    m_band->setAutoFillBackground(true);
    m_band->hide();
    layout->addWidget(m_band);
}

QPushButton* ToolBar::addButton(QAction* action, const QString& text, bool primary)
{
    QPushButton* button =
        makeButton(text, primary ? ButtonKind::Primary : ButtonKind::Normal, this);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setIcon(icon(action->objectName() == "import"_L1 ? u"import" : u"new",
                         primary ? Token::AccentText : Token::Text));
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    connect(action, &QAction::changed, button, follow);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    follow();
    return button;
}

void ToolBar::setProfile(const Profile& profile, const QColor& state)
{
    m_switcher->setCurrent(profile, state);
    m_bandColor = BookSwitcher::colorOf(profile);
    m_band->setStyleSheet(u"background: %1; border: none;"_s.arg(m_bandColor.name()));
    m_band->setVisible(profile.production);
}

void ToolBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_band)
        m_switcher->update();
}

} // namespace clientele
