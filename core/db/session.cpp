// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/session.h"

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

qint64 rowsOf(const Rows& rows)
{
    return rows.count() > 0 ? rows.count() : rows.affected();
}

qint64 rowsOf(std::monostate)
{
    return -1;
}

} // namespace

Session::~Session() = default;

void Session::setActivityLog(std::shared_ptr<ActivityLog> log, int number)
{
    m_log = std::move(log);
    m_number = number;
}

template <class Act>
auto Session::noted(const QString& text, std::span<const Value> parameters, Act act)
{
    if (m_cancellation->isCancelled())
        return decltype(act())(Error{.kind = ErrorKind::Cancelled});
    if (!m_log)
        return act();
    using namespace std::chrono;
    const auto start = steady_clock::now();
    auto result = act();
    const duration<double, std::milli> took = steady_clock::now() - start;
    ActivityRecord record{.at = Timestamp::now(),
                          .connection = m_number,
                          .text = text,
                          .parameters = m_log->describe(parameters),
                          .milliseconds = took.count()};
    if (result)
        record.rows = rowsOf(*result);
    else if (result.error().kind == ErrorKind::Cancelled)
        record.error = u"cancelled"_s;
    else
        record.error = u"%1 (%2)"_s.arg(result.error().message, result.error().code);
    m_log->add(std::move(record));
    return result;
}

Result<Rows> Session::execute(const QString& sql, std::span<const Value> parameters)
{
    return noted(sql, parameters, [&] { return doExecute(sql, parameters); });
}

Result<Rows> Session::executePrepared(const QString& sql, std::span<const Value> parameters)
{
    return noted(sql, parameters, [&] { return doExecutePrepared(sql, parameters); });
}

Result<Rows> Session::executeWrite(const QString& sql, std::span<const Value> parameters)
{
    return noted(sql, parameters, [&] { return doExecuteWrite(sql, parameters); });
}

Result<> Session::stream(const QString& sql, std::span<const Value> parameters,
                         const std::function<bool(const Row&)>& take)
{
    return noted(sql, parameters, [&] { return doStream(sql, parameters, take); });
}

Result<> Session::streamCells(const QString& sql, std::span<const Value> parameters,
                              std::span<const CellType> types, const TakeCells& take)
{
    return noted(sql, parameters, [&] { return doStreamCells(sql, parameters, types, take); });
}

Result<> Session::executeScript(const QString& sql)
{
    return noted(sql, {}, [&] { return doExecuteScript(sql); });
}

Result<Rows> Session::copyIn(const QString& sql, const CopyFeed& feed)
{
    return noted(sql, {}, [&] { return doCopyIn(sql, feed); });
}

Result<> Session::begin(TransactionMode mode)
{
    static const QHash<TransactionMode, QString> names{
        {TransactionMode::Write, u"BEGIN"_s},
        {TransactionMode::Snapshot, u"BEGIN (snapshot)"_s},
        {TransactionMode::Background, u"BEGIN (background)"_s}};
    return noted(names.value(mode), {}, [&] { return doBegin(mode); });
}

Result<> Session::commit()
{
    auto done = noted(u"COMMIT"_s, {}, [&] { return doCommit(); });
    if (!done && done.error().kind == ErrorKind::Cancelled && isAlive() && inTransaction())
        rollback();
    return done;
}

void Session::rollback()
{
    // Also where the work was cancelled: what it left open must not stay so.
    doRollback();
    if (m_log)
        m_log->add({.at = Timestamp::now(), .connection = m_number, .text = u"ROLLBACK"_s});
}

} // namespace clientele
