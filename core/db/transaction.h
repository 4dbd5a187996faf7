// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"

namespace clientele {

/// A transaction that is rolled back unless it was committed.
///
///     auto transaction = Transaction::begin(session);
///     if (!transaction)
///         return transaction.error();
///     …
///     return transaction->commit();
class [[nodiscard]] Transaction final
{
    Q_DISABLE_COPY(Transaction)

public:
    static Result<Transaction>
    begin(Session& session, Session::TransactionMode mode = Session::TransactionMode::Write)
    {
        if (auto begun = session.begin(mode); !begun)
            return begun.error();
        return Transaction(session);
    }

    Transaction(Transaction&& other) noexcept : m_session(std::exchange(other.m_session, nullptr))
    {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction() { rollback(); }

    Result<> commit() { return std::exchange(m_session, nullptr)->commit(); }
    void rollback()
    {
        if (m_session)
            std::exchange(m_session, nullptr)->rollback();
    }

private:
    explicit Transaction(Session& session) : m_session(&session) {}

    Session* m_session;
};

/// Does @p work, a Result<T>(), in the transaction that is open, or in one of its own: committed
/// where the work succeeds, undone where it fails.
template <class Work>
auto inTransaction(Session& session, Work work) -> decltype(work())
{
    if (session.inTransaction())
        return work();
    auto transaction = Transaction::begin(session);
    if (!transaction)
        return transaction.error();
    auto done = work();
    if (!done)
        return done;
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return done;
}

} // namespace clientele
