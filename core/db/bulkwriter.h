// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customertable.h"
#include "core/db/postgresbulk.h"
#include "core/db/session.h"
#include "core/db/sqlitebulk.h"
#include "core/domain/customer.h"
#include "core/domain/duplicatepolicy.h"

#include <QHash>

#include <span>
#include <vector>

namespace clientele {

/// What became of one row of a chunk.
struct BulkVerdict
{
    enum class Fate
    {
        Created,
        Updated,
        Unchanged, ///< there already, with the same values
        Duplicate, ///< the address is taken; nothing was written
        Refused,   ///< the database does not take it: error says why
    };

    Fate fate = Fate::Created;
    CustomerId id; ///< of the row created, or of the one that has the address
    QString name;  ///< Duplicate: the name of who has the address
    Error error;   ///< Refused only
};

/// Writes customers by the thousand, each chunk in one transaction (or inside the one that is
/// open). As long as all is well, by the quickest way there is, which fails where one row is a
/// duplicate; then, and while duplicates keep coming, by one that leaves them out; and a chunk that
/// the database refuses all the same is halved down to the rows at fault.
class BulkWriter final
{
public:
    struct Options
    {
        DuplicatePolicy onDuplicate = DuplicatePolicy::Reject; ///< Update writes, the others do not
        /// What an update writes, of Name, Phone and IsActive.
        QList<CustomerField> updated = {CustomerField::Name, CustomerField::Phone};
        bool clearsPhone = false; ///< a draft without one takes away the one that is there
    };

    using Verdicts = std::vector<BulkVerdict>;
    /// Is given the verdicts of a chunk within its transaction, once all of it is written; where it
    /// fails, nothing of the chunk stays. Where others are in the way it is done again.
    using Conclusion = std::function<Result<>(const Verdicts&)>;

    BulkWriter(Session& session, const CustomerTable& table, const Options& options);

    /// Finds out what the engine lacks, before a transaction is begun around several write(): in
    /// one without savepoints that would be too late.
    void prepare();

    /// One verdict a draft, in order; rows of one chunk with the same address count one after the
    /// other. An error means that nothing of this chunk was written (but see OutcomeUnknown). In a
    /// transaction without savepoints, a row that the database refuses is one.
    ///
    /// @p searchTexts are those of the drafts, where they are known. In a transaction that others
    /// began there is no @p conclude.
    Result<Verdicts> write(std::span<const CustomerDraft> drafts,
                           std::span<const QString> searchTexts = {},
                           const Conclusion& conclude = {});

private:
    using Indexes = std::vector<size_t>;
    using Taken = QHash<QString, Customer>; // by address, and by comparison key

    [[nodiscard]] bool has(EngineFeature feature) const
    {
        return m_session.features().has(feature);
    }
    [[nodiscard]] Indexes allRows() const;
    [[nodiscard]] BulkRows rowsOf(const Indexes& rows) const;
    Result<Verdicts> writeInside();
    Result<Verdicts> writeAlone();
    Result<Verdicts> writeWhatFits();
    Result<> writeAndConclude(const Indexes& rows);
    Result<> sift(Indexes& fitting, const Indexes& rows);
    Result<> writeRows(Indexes waiting);
    Result<> writeWave(const Indexes& wave);
    Result<> writeGuarded(const Indexes& wave);
    Result<> writeUnguarded(const Indexes& wave);
    Result<> insert(const Indexes& rows, Indexes& taken);
    Result<> insertInSqlite(const Indexes& rows, Indexes& taken);
    [[nodiscard]] bool isTaken(const QString& email, const Taken& known) const;
    void noteCreated(const Indexes& rows, const BulkIds& ids, Indexes& taken);
    Result<> resolve(const Indexes& taken);
    [[nodiscard]] Customer updated(const Customer& there, const CustomerDraft& draft) const;
    Result<> update(const std::vector<std::pair<size_t, Customer>>& changes);
    Result<Taken> whoHas(const Indexes& rows);
    void noteHowItWent();

    Session& m_session;
    const CustomerTable& m_table;
    const Options m_options;
    PostgresBulk m_postgres;
    SqliteBulk m_sqlite;

    std::span<const CustomerDraft> m_drafts; // of the chunk being written
    std::span<const QString> m_searchTexts;
    const Conclusion* m_conclude = nullptr;
    Verdicts m_verdicts;
    std::vector<std::pair<size_t, Error>> m_refused; // of the rows that do not fit
    bool m_inside = false;                           // in a transaction that others began
    bool m_careful = false;                          // a savepoint before each wave
    bool m_hopeful = true; // no duplicates are expected: the last chunk had none
};

} // namespace clientele
