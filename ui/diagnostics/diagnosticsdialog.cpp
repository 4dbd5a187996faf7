// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagnostics/diagnosticsdialog.h"

#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/sectionlabel.h"
#include "ui/diagnostics/connectionspage.h"
#include "ui/diagnostics/logpage.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>

namespace clientele {

using namespace Qt::StringLiterals;

DiagnosticsDialog::DiagnosticsDialog(QWidget* parent)
    : QDialog(parent), m_tabs(new QTabBar(this)), m_pages(new QStackedWidget(this)),
      m_connections(new ConnectionsPage(this)), m_log(new LogPage(this)),
      m_pause(makeButton(tr("&Pause"), ButtonKind::Normal, this)),
      m_clear(makeButton(tr("C&lear"), ButtonKind::Normal, this))
{
    setObjectName(u"diagnosticsDialog"_s);
    setWindowTitle(tr("Diagnostics"));
    m_pages->addWidget(m_connections);
    m_pages->addWidget(m_log);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(m_pages, 1);
    layout->addWidget(makeLine(Qt::Horizontal, this));
    layout->addWidget(makeFoot());
    setMinimumSize(620, 420);
    resize(1080, 680);
    turnTo(Connections);
}

QWidget* DiagnosticsDialog::makeHead()
{
    m_tabs->setObjectName(u"diagnosticsTabs"_s);
    m_tabs->setAccessibleName(tr("Pages"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Connectio&ns"));
    m_tabs->addTab(tr("Lo&g"));
    connect(m_tabs, &QTabBar::currentChanged, this, &DiagnosticsDialog::turnTo);
    // As in every window with tabs: Ctrl+Tab.
    for (const auto key : {QKeySequence::NextChild, QKeySequence::PreviousChild}) {
        connect(new QShortcut(key, this), &QShortcut::activated, m_tabs,
                [this] { m_tabs->setCurrentIndex(1 - m_tabs->currentIndex()); });
    }
    auto* head = new QWidget(this);
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(14, 16, 20, 0); // the tabs have 6 px of their own
    layout->setSpacing(8);
    auto* title = makeLabel(windowTitle(), TextRole::Title, head);
    title->setContentsMargins(6, 0, 6, 0);
    layout->addWidget(title);
    layout->addWidget(m_tabs);
    return head;
}

QWidget* DiagnosticsDialog::makeFoot()
{
    auto* copy = makeButton(tr("&Copy"), ButtonKind::Normal, this);
    copy->setObjectName(u"diagnosticsCopy"_s);
    copy->setIcon(icon(u"copy"));
    copy->setToolTip(tr("As text with tabs: the rows that are selected, or all that are shown"));
    m_pause->setObjectName(u"diagnosticsPause"_s);
    m_pause->setCheckable(true);
    m_clear->setObjectName(u"diagnosticsClear"_s);
    auto* close = makeButton(tr("Close"), ButtonKind::Primary, this);
    close->setObjectName(u"diagnosticsClose"_s);
    auto* foot = new QWidget(this);
    auto* layout = new QHBoxLayout(foot);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->setSpacing(8);
    layout->addWidget(copy);
    layout->addWidget(m_pause);
    layout->addWidget(m_clear);
    layout->addStretch();
    layout->addWidget(close);
    connect(copy, &QPushButton::clicked, this,
            [this] { m_pages->currentWidget() == m_log ? m_log->copy() : m_connections->copy(); });
    connect(m_pause, &QPushButton::toggled, this, [this](bool paused) {
        m_pause->setText(paused ? tr("&Resume") : tr("&Pause"));
        m_log->setPaused(paused);
    });
    connect(m_clear, &QPushButton::clicked, m_log, &LogPage::clear);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    return foot;
}

void DiagnosticsDialog::setBook(Book* book)
{
    m_connections->setBook(book);
    m_log->setBook(book);
}

void DiagnosticsDialog::showPage(Page page)
{
    m_tabs->setCurrentIndex(page);
}

void DiagnosticsDialog::turnTo(int page)
{
    m_pages->setCurrentIndex(page);
    m_pause->setVisible(page == Log);
    m_clear->setVisible(page == Log);
}

} // namespace clientele
