// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/booksession.h"

#include "core/services/book.h"

#include <algorithm>

namespace clientele {

namespace {

constexpr int longestPause = 30'000; ///< milliseconds between two attempts to mend a line

} // namespace

BookSession::BookSession(QObject* parent) : QObject(parent)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &BookSession::retryNow);
}

BookSession::~BookSession()
{
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
    m_retry.stop();
    m_profile = profile;
    m_password = password;
    m_book = std::make_unique<Book>(profile.connection, password);
    connect(m_book.get(), &Book::answered, this, &BookSession::answered);
    connect(m_book.get(), &Book::stateChanged, this, [this](ConnectionState state) {
        if (state == ConnectionState::Lost && m_state == State::Open)
            lineLost();
    });
    setState(State::Opening);
    m_opening = m_book->open();
    whenDone(m_opening, m_book.get(), [this](const Result<BookInfo>& info) { opened(info); });
}

void BookSession::reopen(const QString& password)
{
    open(Profile(m_profile), password.isEmpty() ? QString(m_password) : password);
}

void BookSession::opened(const Result<BookInfo>& info)
{
    if (!info) {
        m_error = info.error();
        setState(State::Failed);
    } else if (info->schema == SchemaState::Missing) {
        setState(State::SchemaMissing);
    } else if (info->schema == SchemaState::Foreign) {
        setState(State::SchemaForeign);
    } else {
        m_attempts = 0;
        setState(State::Open);
    }
}

void BookSession::schemaCreated()
{
    setState(State::Open);
}

void BookSession::lineLost()
{
    m_attempts = 0;
    m_retry.start(1000);
    setState(State::Lost);
}

void BookSession::retryNow()
{
    if (!m_book || m_state != State::Lost)
        return;
    m_retry.stop();
    m_opening.cancel();
    m_opening = m_book->open();
    whenDone(m_opening, m_book.get(), [this](const Result<BookInfo>& info) { retried(info); });
}

void BookSession::retried(const Result<BookInfo>& info)
{
    if (m_state != State::Lost)
        return;
    if (info) {
        setState(State::Open);
        Q_EMIT mended();
    } else if (info.error().kind != ErrorKind::Cancelled) {
        m_error = info.error();
        m_retry.start(std::min(longestPause, 1000 << std::min(++m_attempts, 5)));
        setState(State::Lost);
    }
}

int BookSession::secondsToRetry() const
{
    return m_retry.isActive() ? (m_retry.remainingTime() + 999) / 1000 : 0;
}

} // namespace clientele
