// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/connectionbar.h"

#include "ui/common/messagebar.h"
#include "ui/mainwindow/retrycountdown.h"

#include <QVBoxLayout>

namespace clientele {

using namespace Qt::StringLiterals;

ConnectionBar::ConnectionBar(BookSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_countdown(new RetryCountdown(session, this)),
      m_bar(new MessageBar(this))
{
    setObjectName(u"connectionBar"_s);
    m_bar->setObjectName(u"connectionMessage"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bar);
    connect(&session, &BookSession::stateChanged, this, &ConnectionBar::follow);
    connect(m_countdown, &RetryCountdown::changed, this, &ConnectionBar::describe);
}

void ConnectionBar::follow(BookSession::State state)
{
    if (state != BookSession::State::Lost) {
        m_bar->dismiss();
        return;
    }
    m_bar->showMessage(MessageBar::Severity::Warning, words(m_countdown->text()), false);
    m_bar->addAction(tr("Try now"), [this] { m_session.retryNow(); });
}

void ConnectionBar::describe(const QString& when)
{
    if (!m_bar->isHidden())
        m_bar->setText(words(when));
}

QString ConnectionBar::words(const QString& when) const
{
    return tr("The connection to %1 is lost. What you see and type stays. %2")
        .arg(m_session.profile().name, when);
}

QString ConnectionBar::text() const
{
    return m_bar->text();
}

} // namespace clientele
