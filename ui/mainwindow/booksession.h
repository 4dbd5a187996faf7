// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/profile.h"
#include "core/services/book.h"
#include "core/task.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace clientele {

/// The book that the window shows: opens it, and tries again by itself where there is no way to it.
class BookSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BookSession)

public:
    enum class State
    {
        Closed,
        Opening,
        Open,
        SchemaMissing,
        SchemaForeign,
        Failed,
        Lost
    };

    explicit BookSession(QObject* parent = nullptr);
    ~BookSession() override;

    /// Closes the book before. The password is kept for this session, in memory only.
    void open(const Profile& profile, const QString& password);
    /// The same profile anew; with another password where one is given. Once that has opened the
    /// book, the keychain keeps it or forgets the one it has, where @p remember says so.
    void reopen(const QString& password = {}, std::optional<bool> remember = {});
    /// Without waiting for the next try by itself.
    void retryNow();
    /// The tables were made: the book can be used.
    void schemaCreated();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Book* book() const { return m_book.get(); } ///< nullptr while closed
    [[nodiscard]] const Profile& profile() const { return m_profile; }
    [[nodiscard]] const Error& error() const { return m_error; }
    /// The person wants the keychain to hold the password.
    [[nodiscard]] bool remembers() const { return m_remember.value_or(m_profile.remembered); }
    /// Why the keychain did not spare the person the password; empty where it was not asked.
    [[nodiscard]] QString keychainProblem() const;
    /// Lost, or Failed in a way that may pass by itself.
    [[nodiscard]] bool mendsItself() const;
    /// When that is tried next; nullopt while it is being tried.
    [[nodiscard]] std::optional<Book::NextTry> nextTry() const;

Q_SIGNALS:
    void stateChanged(clientele::BookSession::State state);
    void nextTryChanged();
    /// The keychain did not take or give up the password.
    void keychainFailed(const clientele::Error& error);
    /// The line was lost, and is there again.
    void mended();
    /// The book is about to be destroyed: everything that uses it has to go.
    void closing();

private:
    Profile m_profile;
    QString m_password;
    Task<QString> m_reading;                 ///< of the keychain
    std::optional<Result<QString>> m_stored; ///< what it said
    std::optional<bool> m_remember;          ///< to be done once the book is open
    std::unique_ptr<Book> m_book;
    Task<BookInfo> m_opening;
    Error m_error;
    State m_state = State::Closed;
    QTimer m_retry;
    int m_tries = 0;
    bool m_shown = false; ///< its customers were on the screen

    void setState(State state);
    void openBook();
    void keepPassword();
    void ask();
    void becomeOpen();
    void opened(const Result<BookInfo>& info);
    void notOpened(const Error& error);
    void follow(ConnectionState state);
};

} // namespace clientele
