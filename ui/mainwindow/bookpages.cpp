// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/bookpages.h"

#include "core/services/book.h"
#include "core/services/wording.h"
#include "ui/common/statepage.h"
#include "ui/connections/createtablespage.h"
#include "ui/connections/passworddialog.h"
#include "ui/customers/customerspage.h"
#include "ui/mainwindow/retrycountdown.h"

namespace clientele {

using namespace Qt::StringLiterals;

BookPages::BookPages(BookSession& session, JsonStore& store, QWidget* parent)
    : QStackedWidget(parent), m_session(session), m_store(store),
      m_countdown(new RetryCountdown(session, this)), m_state(new StatePage(this))
{
    m_state->setObjectName(u"statePage"_s);
    addWidget(m_state);
    connect(&session, &BookSession::stateChanged, this, &BookPages::follow);
    connect(&session, &BookSession::closing, this, &BookPages::dropPages);
    connect(&session, &BookSession::mended, this, [this] {
        if (m_customers)
            m_customers->comeBack();
    });
    connect(m_countdown, &RetryCountdown::changed, m_state, &StatePage::setNote);
}

void BookPages::dropPages()
{
    setCurrentWidget(m_state);
    // At once, not later: both hold references to the book, which goes next.
    delete std::exchange(m_tables, nullptr);
    if (CustomersPage* page = std::exchange(m_customers, nullptr)) {
        Q_EMIT customersReplaced(nullptr);
        delete page;
    }
}

void BookPages::follow(BookSession::State state)
{
    switch (state) {
    case BookSession::State::Closed:
        break;
    case BookSession::State::Opening:
        showOpening();
        break;
    case BookSession::State::Open:
        if (m_customers)
            setCurrentWidget(m_customers);
        else
            showCustomers();
        break;
    case BookSession::State::SchemaMissing:
        showMissing();
        break;
    case BookSession::State::SchemaForeign:
        showForeign();
        break;
    case BookSession::State::Failed:
        showFailed();
        break;
    case BookSession::State::Lost:
        break; // the rows stay
    }
}

void BookPages::showOpening()
{
    m_state->describe(u"database", tr("Opening %1…").arg(m_session.profile().name),
                      m_session.profile().connection.location());
    m_state->addAction(tr("Connections…"), false, [this] { Q_EMIT connectRequested(); });
    setCurrentWidget(m_state);
}

void BookPages::showFailed()
{
    const Error& error = m_session.error();
    m_state->describe(u"link-lost", tr("%1 could not be opened").arg(m_session.profile().name),
                      wording::explain(error));
    if (error.kind == ErrorKind::AuthenticationFailed)
        m_state->addAction(tr("Type the password…"), true, [this] { askPassword(); });
    m_state->addAction(tr("Try again"), error.kind != ErrorKind::AuthenticationFailed, [this] {
        m_session.mendsItself() ? m_session.retryNow() : m_session.reopen();
    });
    m_state->addAction(tr("Connections…"), false, [this] { Q_EMIT connectRequested(); });
    m_state->setNote(m_countdown->text());
    setCurrentWidget(m_state);
    if (error.kind == ErrorKind::AuthenticationFailed)
        askPassword();
}

void BookPages::showProblem(const Error& error)
{
    m_state->describe(u"error", tr("Nothing is open"), wording::explain(error));
    m_state->addAction(tr("Connections…"), true, [this] { Q_EMIT connectRequested(); });
    setCurrentWidget(m_state);
}

void BookPages::showForeign()
{
    m_state->describe(
        u"table", tr("The customer table here is something else"),
        m_session.book()->info().schemaProblem + u' ' +
            tr("Clientele does not change tables that it did not make. Choose another "
               "database, or another schema in it."));
    m_state->addAction(tr("Connections…"), true, [this] { Q_EMIT connectRequested(); });
    m_state->addAction(tr("Look again"), false, [this] { m_session.reopen(); });
    setCurrentWidget(m_state);
}

void BookPages::showMissing()
{
    auto* page = new CreateTablesPage(*m_session.book(), this);
    m_tables = page;
    addWidget(page);
    setCurrentWidget(page);
    connect(page, &CreateTablesPage::created, &m_session, &BookSession::schemaCreated,
            Qt::QueuedConnection);
}

void BookPages::showCustomers()
{
    m_customers = new CustomersPage(*m_session.book(), m_session.profile(), m_store, this);
    addWidget(m_customers);
    setCurrentWidget(m_customers);
    connect(m_customers, &CustomersPage::connectRequested, this, &BookPages::connectRequested);
    if (QWidget* tables = std::exchange(m_tables, nullptr))
        tables->deleteLater();
    Q_EMIT customersReplaced(m_customers);
}

void BookPages::askPassword()
{
    const Profile& profile = m_session.profile();
    auto* dialog = new PasswordDialog(profile.connection.location(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setReason(m_session.keychainProblem());
    if (profile.origin == Profile::Origin::Saved)
        dialog->offerToRemember(m_session.remembers());
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_session.reopen(dialog->password(), dialog->remember()); });
    dialog->open();
}

} // namespace clientele
