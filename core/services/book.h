// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activityrecord.h"
#include "core/domain/customer.h"
#include "core/domain/customerpatch.h"
#include "core/domain/customerquery.h"
#include "core/domain/poolstatistics.h"
#include "core/services/bookinfo.h"
#include "core/services/reconnection.h"
#include "core/task.h"

#include <QObject>

#include <memory>
#include <vector>

namespace clientele {

class BookEngine;

/// A book of customers, open: everything that a window or clientelectl does with one.
/// All methods return at once; the work is done in the book's own threads, and answers are
/// delivered through whenDone(). Lives in the thread that made it, which receives its signals.
class Book final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Book)

public:
    /// Nothing is connected before open(). The password is kept in memory only.
    Book(const ConnectionSettings& settings, const QString& password, QObject* parent = nullptr);
    /// Cancels what is under way. The threads end on their own; the program waits for them as it
    /// exits.
    ~Book() override;

    [[nodiscard]] const ConnectionSettings& settings() const;
    [[nodiscard]] ConnectionState state() const;
    /// Of the last successful open() or createSchema(), once its answer was delivered.
    [[nodiscard]] const BookInfo& info() const;

    /// Connects and looks at the table. A SQLite file that is not there or empty is made and
    /// migrated; on PostgreSQL nothing is made: info().schema then says Missing.
    Task<BookInfo> open();
    /// The SQL that createSchema() would run, for people to read.
    [[nodiscard]] QString schemaSql() const;
    /// Makes the tables of a book whose schema is Missing, or upgrades one of ours to the newest
    /// revision.
    Task<BookInfo> createSchema();
    /// Takes over a table that others made and brings it to the newest revision. Only after a
    /// person said so.
    Task<BookInfo> adopt();

    using NextTry = Reconnection::NextTry;
    /// While the state is Lost: when it is tried again by itself.
    [[nodiscard]] std::optional<NextTry> nextTry() const { return m_reconnection.nextTry(); }
    /// Tries at once, without waiting for the next try.
    void reconnect() { m_reconnection.tryNow(); }

    // Browse
    Task<CustomerPage> page(const CustomerQuery& query, const PageRequest& request);
    /// Where page() is foreseen to take long; nullopt where it will be quick, or nothing is known.
    Task<std::optional<CustomerGlimpse>> glimpse(const CustomerQuery& query, int limit);
    /// Such a glimpse, or else the first page, by one task.
    Task<FirstRows> firstRows(const CustomerQuery& query, int limit);
    Task<qint64> count(const CustomerQuery& query);
    /// Which of @p ids the query finds, in no order: soon, however many it finds.
    Task<std::vector<CustomerId>> among(const CustomerQuery& query,
                                        const std::vector<CustomerId>& ids);
    /// One pass over all customers of the query: minutes where there are millions and no index. The
    /// row of @p landmark is told too. By surveys of everybody it is foreseen where matches stand:
    /// such a one, without a landmark, goes on though it is cancelled.
    Task<CustomerSurvey> survey(const CustomerQuery& query,
                                const std::optional<Customer>& landmark = {});
    /// What count() might answer, from the engine's statistics; nullopt where it has none.
    Task<std::optional<qint64>> estimate(const CustomerQuery& query);
    Task<std::optional<Customer>> customer(CustomerId id);
    /// By the address as the database compares it, and regardless of case where that finds none.
    Task<std::optional<Customer>> customerByEmail(const QString& email);

    // Edit. Errors: Duplicate (column "email"), ConstraintViolated, ReadOnly, ConnectionLost,
    // OutcomeUnknown.
    Task<Customer> create(const CustomerDraft& draft);
    Task<UpdateOutcome> update(CustomerId id, const CustomerPatch& patch);
    /// Those that were in the other state are changed and returned as they now are.
    Task<std::vector<Customer>> setActive(const std::vector<CustomerId>& ids, bool active);
    /// For good. Returns the rows as they were, so that reinsert() can undo it.
    Task<std::vector<Customer>> remove(const std::vector<CustomerId>& ids);
    /// Puts removed customers back under their own ids, all or none.
    Task<std::vector<Customer>> reinsert(const std::vector<Customer>& customers);
    /// All or none, in order.
    Task<std::vector<Customer>> bulkCreate(const std::vector<CustomerDraft>& drafts);

    // Diagnostics: cheap, and never wait
    [[nodiscard]] PoolStatistics poolStatistics() const;
    /// What the connections did, those with a number above @p after, oldest first.
    [[nodiscard]] QList<ActivityRecord> activity(qint64 after = 0) const;
    /// Whether values are kept in activity(); off at first, they are personal data.
    void setActivityShowsValues(bool shows);
    [[nodiscard]] bool activityShowsValues() const;

    /// For core/services only: jobs reach the database through this, and say so when they wrote.
    [[nodiscard]] const std::shared_ptr<BookEngine>& engine() const { return m_engine; }
    void announceChanges() { Q_EMIT customersChanged(); }

Q_SIGNALS:
    void stateChanged(clientele::ConnectionState state);
    /// nextTry() is another one, or none any more.
    void nextTryChanged();
    /// This program changed customers: rows on the screen may be stale.
    void customersChanged();

private:
    enum class Effect
    {
        None,
        Changes
    };

    template <class T>
    Task<T> follow(Task<T> task, Effect effect);
    void noteState(const std::optional<Error>& error);
    void setState(ConnectionState state);

    struct Everybody
    {
        QList<SortKey> sort;
        Task<CustomerSurvey> survey;
    };

    std::shared_ptr<BookEngine> m_engine;
    Everybody m_everybody; ///< the survey of all customers that is under way, if any
    ConnectionState m_state = ConnectionState::Connecting;
    BookInfo m_info;
    Reconnection m_reconnection;
};

} // namespace clientele
