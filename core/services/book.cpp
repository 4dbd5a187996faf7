// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/book.h"

#include "core/db/customerorder.h"
#include "core/db/migrations.h"
#include "core/db/migrator.h"
#include "core/db/probe.h"
#include "core/db/refolding.h"
#include "core/db/writtenrows.h"
#include "core/services/bookengine.h"

#include <QThreadPool>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

BookInfo infoOf(const Session& session, const CustomerTable& table,
                const ConnectionSettings& settings)
{
    QList<CustomerField> indexed, unique;
    for (const CustomerField field : allCustomerFields) {
        if (CustomerOrder(table, {{field}}).walksIndex())
            indexed += field;
        if (table.isUnique(field))
            unique += field;
    }
    return {.engine = session.engine(),
            .location = settings.location(),
            .serverVersion = session.serverVersion(),
            .encryption = session.encryption(),
            .readOnly = session.isReadOnly(),
            .schema = table.state,
            .schemaProblem = table.problem,
            .revision = table.revision,
            .adoptable = table.state == SchemaState::Ready && table.revision.isEmpty() &&
                         !session.isReadOnly(),
            .headRevision = migrations::all(session.engine()).last().revision,
            .keepsImports = table.keepsImports,
            .nameLimit = table.nameLimit,
            .emailLimit = table.emailLimit,
            .phoneLimit = table.phoneLimit,
            .indexedSorts = indexed,
            .uniqueFields = unique};
}

/// A SQLite book is made on its first use and kept at the newest revision. A file that holds
/// something else is not touched.
Result<bool> wantsUpgrade(Session& session, const CustomerTable& table)
{
    if (session.engine() != Engine::Sqlite || session.isReadOnly())
        return false;
    if (!table.revision.isEmpty()) {
        // What others made stays as it is until somebody says otherwise, adopted or not.
        const auto state = migrations::readState(session);
        if (!state)
            return state.error();
        return !state->adopted() &&
               table.revision < migrations::all(Engine::Sqlite).last().revision;
    }
    if (table.state != SchemaState::Missing)
        return false;
    return migrations::isBlank(session);
}

enum class Wish
{
    Look,
    Upgrade,
    Adopt
};

Result<CustomerTable> lookAt(Session& session, Wish wish)
{
    auto table = CustomerTable::describe(session);
    if (!table)
        return table;
    auto wanted = wish == Wish::Look ? wantsUpgrade(session, *table) : Result<bool>(true);
    if (!wanted)
        return wanted.error();
    if (!*wanted) {
        if (table->listsUnfolded && !session.isReadOnly())
            refolding::catchUp(session);
        return table;
    }
    if (session.engine() == Engine::PostgreSql) {
        // How a migration is done hangs on whether the engine can undo one, and lock others out.
        const auto known = probe(session);
        if (!known)
            return known.error();
        apply(*known, session.features());
    }
    migrations::Migrator migrator(session);
    if (wish == Wish::Adopt && table->revision.isEmpty()) {
        if (auto adopted = migrator.adopt(); !adopted)
            return adopted.error();
    }
    if (auto upgraded = migrator.upgrade(); !upgraded)
        return upgraded.error();
    return CustomerTable::describe(session);
}

Task<BookInfo> inspect(BookEngine& engine, Wish wish)
{
    // Where that may migrate a large book, it takes the time that it takes.
    const bool mayMigrate = wish != Wish::Look || engine.settings().engine == Engine::Sqlite;
    return engine.executor().run(mayMigrate ? Lane::Bulk : Lane::Interactive,
                                 wish == Wish::Look ? Access::Read : Access::Write,
                                 [&engine, wish](Session& session) -> Result<BookInfo> {
                                     auto table = lookAt(session, wish);
                                     if (!table)
                                         return table.error();
                                     engine.setTable(*table);
                                     return infoOf(session, *table, engine.settings());
                                 });
}

} // namespace

Book::Book(const ConnectionSettings& settings, const QString& password, QObject* parent)
    : QObject(parent), m_engine(std::make_shared<BookEngine>(settings, password))
{
    m_info.engine = settings.engine;
    m_info.location = settings.location();
    m_info.readOnly = settings.readOnly;
    connect(&m_reconnection, &Reconnection::changed, this, &Book::nextTryChanged);
    connect(&m_reconnection, &Reconnection::due, this, &Book::open);
}

Book::~Book()
{
    m_engine->executor().shutdown();
    // Threads that a dead server holds are waited for elsewhere; QCoreApplication waits for this
    // pool.
    QThreadPool::globalInstance()->start(
        [engine = std::move(m_engine)]() mutable { engine.reset(); });
}

template <class T>
Task<T> Book::follow(Task<T> task, Effect effect)
{
    whenDone(task, this, [this, effect](const Result<T>& result) {
        noteState(result ? std::nullopt : std::optional(result.error()));
        if (!result)
            return;
        if constexpr (std::is_same_v<T, BookInfo>)
            m_info = *result;
        if (effect == Effect::Changes)
            Q_EMIT customersChanged();
    });
    return task;
}

void Book::noteState(const std::optional<Error>& error)
{
    if (!error) {
        setState(ConnectionState::Connected);
        return;
    }
    switch (error->kind) {
    case ErrorKind::ConnectionLost:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::OutcomeUnknown:
        // What was never open cannot be lost.
        setState(m_state == ConnectionState::Connected || m_state == ConnectionState::Lost
                     ? ConnectionState::Lost
                     : ConnectionState::Failed);
        break;
    case ErrorKind::AuthenticationFailed:
    case ErrorKind::DatabaseMissing:
        setState(ConnectionState::Failed);
        break;
    default:
        break;
    }
}

void Book::setState(ConnectionState state)
{
    const bool isOther = std::exchange(m_state, state) != state;
    if (state == ConnectionState::Lost)
        m_reconnection.plan();
    else
        m_reconnection.stop();
    if (isOther)
        Q_EMIT stateChanged(state);
}

const ConnectionSettings& Book::settings() const
{
    return m_engine->settings();
}

ConnectionState Book::state() const
{
    return m_state;
}

const BookInfo& Book::info() const
{
    return m_info;
}

Task<BookInfo> Book::open()
{
    return follow(inspect(*m_engine, Wish::Look), Effect::None);
}

QString Book::schemaSql() const
{
    return migrations::script(m_engine->settings().engine);
}

Task<BookInfo> Book::createSchema()
{
    return follow(inspect(*m_engine, Wish::Upgrade), Effect::Changes);
}

Task<BookInfo> Book::adopt()
{
    return follow(inspect(*m_engine, Wish::Adopt), Effect::Changes);
}

Task<CustomerPage> Book::page(const CustomerQuery& query, const PageRequest& request)
{
    return follow(m_engine->run(Access::Read,
                                [query, request](CustomerRepository& customers) {
                                    return customers.page(query, request);
                                }),
                  Effect::None);
}

Task<std::optional<CustomerGlimpse>> Book::glimpse(const CustomerQuery& query, int limit)
{
    if (!m_engine->foresees(query))
        return Task<std::optional<CustomerGlimpse>>::finished(std::optional<CustomerGlimpse>());
    return m_engine->run(Access::Read, [query, limit](CustomerRepository& customers) {
        return customers.glimpse(query, limit);
    });
}

Task<FirstRows> Book::firstRows(const CustomerQuery& query, int limit)
{
    return follow(m_engine->run(Access::Read,
                                [query, limit](CustomerRepository& customers) {
                                    return customers.firstRows(query, limit);
                                }),
                  Effect::None);
}

Task<qint64> Book::count(const CustomerQuery& query)
{
    // Not followed: how long a count takes in the background is not what the person waited for.
    return m_engine->run(Access::Read,
                         [query](CustomerRepository& customers) { return customers.count(query); });
}

Task<std::vector<CustomerId>> Book::among(const CustomerQuery& query,
                                          const std::vector<CustomerId>& ids)
{
    return m_engine->run(Access::Read, [query, ids](CustomerRepository& customers) {
        return customers.among(query, ids);
    });
}

Task<CustomerSurvey> Book::survey(const CustomerQuery& query,
                                  const std::optional<Customer>& landmark)
{
    const auto run = [&] {
        return m_engine->run(Access::Read, [query, landmark](CustomerRepository& customers) {
            return customers.survey(query, landmark);
        });
    };
    if (!query.matchesAll() || landmark)
        return run();
    // What it finds out serves every search that follows, so who types on does not end it.
    const bool isOther = m_everybody.sort != query.sort;
    if (isOther)
        m_everybody.survey.cancel(); // two at a time are too much for any server
    if (isOther || m_everybody.survey.future.isFinished())
        m_everybody = {query.sort, run()};
    return {.future = m_everybody.survey.future};
}

Task<std::optional<qint64>> Book::estimate(const CustomerQuery& query)
{
    return m_engine->run(
        Access::Read, [query](CustomerRepository& customers) { return customers.estimate(query); });
}

Task<std::optional<Customer>> Book::customer(CustomerId id)
{
    return follow(m_engine->run(Access::Read,
                                [id](CustomerRepository& customers) { return customers.byId(id); }),
                  Effect::None);
}

Task<std::optional<Customer>> Book::customerByEmail(const QString& email)
{
    return follow(
        m_engine->run(Access::Read,
                      [email](CustomerRepository& customers) { return customers.byEmail(email); }),
        Effect::None);
}

Task<Customer> Book::create(const CustomerDraft& draft)
{
    return follow(m_engine->runFindable(
                      [draft](CustomerRepository& customers) { return customers.create(draft); },
                      [draft](CustomerRepository& customers) {
                          return writtenrows::ofCreate(customers, draft);
                      }),
                  Effect::Changes);
}

Task<UpdateOutcome> Book::update(CustomerId id, const CustomerPatch& patch)
{
    return follow(
        m_engine->runFindable(
            [id, patch](CustomerRepository& customers) { return customers.update(id, patch); },
            [id, patch](CustomerRepository& customers) {
                return writtenrows::ofUpdate(customers, id, patch);
            }),
        Effect::Changes);
}

Task<std::vector<Customer>> Book::setActive(const std::vector<CustomerId>& ids, bool active)
{
    return follow(m_engine->runFindable(
                      [ids, active](CustomerRepository& customers) {
                          return customers.setActive(ids, active);
                      },
                      [ids, active](CustomerRepository& customers) {
                          return writtenrows::ofSetActive(customers, ids, active);
                      }),
                  Effect::Changes);
}

Task<std::vector<Customer>> Book::remove(const std::vector<CustomerId>& ids)
{
    return follow(
        m_engine->runFindable(
            [ids](CustomerRepository& customers) { return customers.remove(ids); },
            [ids](CustomerRepository& customers) { return writtenrows::ofRemove(customers, ids); }),
        Effect::Changes);
}

Task<std::vector<Customer>> Book::reinsert(const std::vector<Customer>& rows)
{
    return follow(m_engine->runFindable(
                      [rows](CustomerRepository& customers) { return customers.reinsert(rows); },
                      [rows](CustomerRepository& customers) {
                          return writtenrows::ofReinsert(customers, rows);
                      }),
                  Effect::Changes);
}

Task<std::vector<Customer>> Book::bulkCreate(const std::vector<CustomerDraft>& drafts)
{
    return follow(
        m_engine->runFindable(
            [drafts](CustomerRepository& customers) { return customers.bulkCreate(drafts); },
            [drafts](CustomerRepository& customers) {
                return writtenrows::ofBulkCreate(customers, drafts);
            }),
        Effect::Changes);
}

PoolStatistics Book::poolStatistics() const
{
    return m_engine->pool().statistics();
}

QList<ActivityRecord> Book::activity(qint64 after) const
{
    return m_engine->pool().log()->since(after);
}

void Book::setActivityShowsValues(bool shows)
{
    m_engine->pool().log()->setShowsValues(shows);
}

bool Book::activityShowsValues() const
{
    return m_engine->pool().log()->showsValues();
}

} // namespace clientele
