// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/booksession.h"

#include "core/services/profileservice.h"
#include "core/services/wording.h"

#include <algorithm>

namespace clientele {

namespace {

constexpr int longestPause = 30'000; ///< milliseconds between two tries to open a book

/// A server that is not there yet may be there in a minute; a wrong password will not.
bool mayPass(const Error& error)
{
    return error.kind == ErrorKind::ConnectionFailed || error.kind == ErrorKind::ConnectionLost ||
           error.kind == ErrorKind::Timeout;
}

} // namespace

BookSession::BookSession(QObject* parent) : QObject(parent)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &BookSession::retryNow);
}

BookSession::~BookSession()
{
    m_reading.cancel();
    m_opening.cancel();
}

void BookSession::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}

void BookSession::open(const Profile& profile, const QString& password)
{
    if (m_book) {
        Q_EMIT closing();
        m_opening.cancel();
        m_book.reset();
    }
    m_reading.cancel();
    m_reading = {};
    m_stored.reset();
    m_remember.reset();
    m_retry.stop();
    m_tries = 0;
    m_shown = false;
    m_profile = profile;
    m_password = password;
    if (!profile.remembered || !password.isEmpty()) {
        openBook();
        return;
    }
    setState(State::Opening);
    m_reading = profiles::storedPassword(profile);
    whenDone(m_reading, this, [this, asked = m_reading](const Result<QString>& stored) {
        if (asked.cancellation != m_reading.cancellation)
            return;
        m_stored = stored;
        if (stored)
            m_password = *stored;
        // Without one too: ~/.pgpass may have it, or the server want none.
        openBook();
    });
}

void BookSession::openBook()
{
    m_book = std::make_unique<Book>(m_profile.connection, m_password);
    connect(m_book.get(), &Book::stateChanged, this, &BookSession::follow);
    connect(m_book.get(), &Book::nextTryChanged, this, &BookSession::nextTryChanged);
    setState(State::Opening);
    ask();
}

void BookSession::reopen(const QString& password, std::optional<bool> remember)
{
    open(Profile(m_profile), password.isEmpty() ? QString(m_password) : password);
    m_remember = remember;
}

QString BookSession::keychainProblem() const
{
    if (!m_stored)
        return {};
    return *m_stored ? tr("The password in the keychain was refused.")
                     : wording::sentence(m_stored->error());
}

void BookSession::keepPassword()
{
    const auto remember = std::exchange(m_remember, std::nullopt);
    // A new one is kept in place of the old, too.
    if (!remember || (!*remember && !m_profile.remembered))
        return;
    const auto password = *remember ? std::optional(m_password) : std::nullopt;
    whenDone(profiles::setStoredPassword(m_profile.name, password), this,
             [this, name = m_profile.name](const Result<Profile>& changed) {
                 if (!changed)
                     Q_EMIT keychainFailed(changed.error());
                 else if (m_profile.name == name)
                     m_profile.remembered = changed->remembered;
             });
}

void BookSession::ask()
{
    m_opening.cancel();
    m_opening = m_book->open();
    whenDone(m_opening, m_book.get(), [this, asked = m_opening](const Result<BookInfo>& info) {
        if (asked.cancellation == m_opening.cancellation)
            opened(info);
    });
}

void BookSession::opened(const Result<BookInfo>& info)
{
    if (!info) {
        notOpened(info.error());
        return;
    }
    m_tries = 0;
    keepPassword();
    if (m_state == State::Open)
        return; // the book's own state was quicker to say so
    if (info->schema == SchemaState::Missing)
        setState(State::SchemaMissing);
    else if (info->schema == SchemaState::Foreign)
        setState(State::SchemaForeign);
    else
        becomeOpen();
}

void BookSession::becomeOpen()
{
    setState(State::Open);
    if (std::exchange(m_shown, true))
        Q_EMIT mended();
}

void BookSession::notOpened(const Error& error)
{
    const bool known = m_state == State::Failed && m_error == error;
    m_error = error;
    if (mayPass(error))
        m_retry.start(std::min(longestPause, 1000 << std::min(m_tries++, 5)));
    // What is on the screen already keeps its buttons and the focus.
    if (!known)
        setState(State::Failed);
    Q_EMIT nextTryChanged();
}

void BookSession::schemaCreated()
{
    becomeOpen();
}

void BookSession::follow(ConnectionState state)
{
    if (state == ConnectionState::Lost && m_state == State::Open) {
        setState(State::Lost);
    } else if (state == ConnectionState::Connected && m_state == State::Lost) {
        becomeOpen();
    } else if (state == ConnectionState::Failed && m_state == State::Lost) {
        // The server is back and does not let us in: that has a reason, and a page of its own.
        ask();
    }
}

void BookSession::retryNow()
{
    if (!m_book)
        return;
    if (m_state == State::Lost) {
        m_book->reconnect();
    } else if (m_state == State::Failed) {
        m_retry.stop();
        ask();
        Q_EMIT nextTryChanged();
    }
}

bool BookSession::mendsItself() const
{
    return m_state == State::Lost || (m_state == State::Failed && mayPass(m_error));
}

std::optional<Book::NextTry> BookSession::nextTry() const
{
    if (m_state == State::Lost && m_book)
        return m_book->nextTry();
    if (!mendsItself() || !m_retry.isActive())
        return std::nullopt;
    return Book::NextTry{.number = m_tries, .in = m_retry.remainingTimeAsDuration()};
}

} // namespace clientele
