// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/customertable.h"
#include "core/db/session.h"
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
/// open): one statement where all is well; a chunk that the database refuses is halved down to the
/// rows at fault.
class BulkWriter final
{
public:
    struct Options
    {
        DuplicatePolicy onDuplicate = DuplicatePolicy::Reject; ///< Update writes, the others do not
        bool setsActive = false; ///< is_active of the drafts means something to an update
    };

    BulkWriter(Session& session, const CustomerTable& table, const Options& options)
        : m_session(session), m_table(table), m_options(options)
    {}

    /// Finds out what the engine lacks, before a transaction is begun around several write(): in
    /// one without savepoints that would be too late.
    void prepare();

    /// One verdict a draft, in order; rows of one chunk with the same address count one after the
    /// other. An error means that nothing of this chunk was written (but see OutcomeUnknown). In a
    /// transaction without savepoints, a row that the database refuses is one.
    Result<std::vector<BulkVerdict>> write(std::span<const CustomerDraft> drafts);

private:
    using Indexes = std::vector<size_t>;
    using Taken = QHash<QString, Customer>; // by address, and by comparison key

    using Verdicts = Result<std::vector<BulkVerdict>>;

    [[nodiscard]] bool has(EngineFeature feature) const
    {
        return m_session.features().has(feature);
    }
    [[nodiscard]] Indexes allRows() const;
    Verdicts writeInside();
    Verdicts writeAlone();
    Verdicts writeWhatFits();
    Result<> sift(Indexes& fitting, const Indexes& rows);
    Result<> writeRows(Indexes waiting);
    Result<> writeWave(const Indexes& wave);
    Result<> insert(const Indexes& rows, Indexes& taken);
    Result<> insertAtOnce(const Indexes& rows, Indexes& taken);
    Result<> insertOneByOne(const Indexes& rows, Indexes& taken);
    [[nodiscard]] bool isTaken(const QString& email, const Taken& known) const;
    void noteCreated(const Indexes& rows, const QHash<QString, CustomerId>& created,
                     Indexes& taken);
    Result<> resolve(const Indexes& taken);
    Result<> update(const std::vector<std::pair<size_t, Customer>>& changes);
    Result<Taken> whoHas(const Indexes& rows);

    Session& m_session;
    const CustomerTable& m_table;
    const Options m_options;

    std::span<const CustomerDraft> m_drafts; // of the chunk being written
    std::vector<BulkVerdict> m_verdicts;
    std::vector<std::pair<size_t, Error>> m_refused; // of the rows that do not fit
    bool m_inside = false;                           // in a transaction that others began
    bool m_careful = false;                          // a savepoint before each wave
    bool m_hopeful = true; // no duplicates are expected: the last chunk had none
};

} // namespace clientele
