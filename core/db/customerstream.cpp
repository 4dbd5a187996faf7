// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/customerstream.h"

#include "core/db/customerids.h"
#include "core/db/customerorder.h"
#include "core/db/errors.h"
#include "core/db/textcheck.h"
#include "core/db/transaction.h"

#include <charconv>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array cellTypes{CellType::Integer, CellType::Text,   CellType::Text,  CellType::Text,
                               CellType::Boolean, CellType::Moment, CellType::Moment};

constexpr auto active = size_t(CustomerField::IsActive);

std::string_view digits(qint64 number, std::string& room)
{
    room.resize(20);
    const auto end = std::to_chars(room.data(), room.data() + room.size(), number).ptr;
    return {room.data(), size_t(end - room.data())};
}

} // namespace

Result<> CustomerStream::each(const CustomerQuery& query,
                              const std::optional<CustomerSelection>& selection, const Take& take)
{
    if (const auto fault = refuseToSearch(query.text))
        return *fault;
    const std::vector<Statement> wanted = statements(query, selection);
    auto done = inOneSnapshot(wanted, take);
    const bool mayLackCopy = m_session.engine() == Engine::PostgreSql &&
                             m_session.features().has(EngineFeature::CopyOut);
    if (done || m_taken > 0 || !mayLackCopy || !errors::isRefusal(done.error()))
        return done;
    m_session.features().lack(EngineFeature::CopyOut);
    auto again = inOneSnapshot(wanted, take);
    if (!again && errors::isRefusal(again.error()))
        m_session.features().set(EngineFeature::CopyOut, true); // it was not what it was about
    return again;
}

std::vector<Statement>
CustomerStream::statements(const CustomerQuery& query,
                           const std::optional<CustomerSelection>& selection) const
{
    const CustomerSql sql(m_table, CustomerSql::Form::Cells);
    if (!selection)
        return {sql.all(query)};
    std::vector<Statement> result;
    const size_t most = mostIds(m_session);
    for (size_t begin = 0; begin < selection->ids.size();) {
        const size_t end = begin + std::min(most, selection->ids.size() - begin);
        const std::vector<CustomerId> ids(selection->ids.begin() + std::ptrdiff_t(begin),
                                          selection->ids.begin() + std::ptrdiff_t(end));
        Statement& statement = result.emplace_back();
        statement.sql = u"SELECT %1 FROM customer WHERE %2%3"_s.arg(
            sql.columns(), idIn(ids, statement, m_session),
            CustomerOrder(m_table, query.sort).orderBy(false));
        begin = end;
    }
    for (const CustomerSelection::Range& range : selection->ranges) {
        PageRequest request = range.begin;
        request.total = -1; // from the top, never from the end: the order must be that of the query
        request.limit = int(range.count);
        result.push_back(sql.page(query, request));
    }
    return result;
}

Result<> CustomerStream::inOneSnapshot(const std::vector<Statement>& statements, const Take& take)
{
    auto transaction = Transaction::begin(m_session, Session::TransactionMode::Snapshot);
    if (!transaction)
        return transaction.error();
    bool wanted = true;
    for (const Statement& statement : statements) {
        auto done = m_session.streamCells(statement.sql, statement.parameters, cellTypes,
                                          [&](std::span<const Cell> row) {
                                              ++m_taken;
                                              render(row);
                                              return wanted = take(m_cells);
                                          });
        if (!done || !wanted)
            return done;
    }
    return {};
}

void CustomerStream::render(std::span<const Cell> row)
{
    for (size_t column = 0; column < row.size(); ++column) {
        const Cell& cell = row[column];
        if (cell.kind == Cell::Kind::Null)
            m_cells[column] = {};
        else if (cellTypes[column] == CellType::Moment)
            m_cells[column] = moment(column, cell);
        else if (column == active)
            m_cells[column] =
                cell.kind == Cell::Kind::Integer && cell.integer == 0 ? "false" : "true";
        else
            m_cells[column] = text(column, cell);
    }
}

std::string_view CustomerStream::text(size_t column, const Cell& cell)
{
    if (cell.kind == Cell::Kind::Integer)
        return digits(cell.integer, m_texts[column]);
    // SQLite keeps whatever bytes it was given.
    const QByteArrayView bytes(cell.text.data(), qsizetype(cell.text.size()));
    if (m_session.engine() == Engine::PostgreSql || bytes.isValidUtf8())
        return cell.text;
    m_texts[column] = QString::fromUtf8(bytes).toStdString();
    return m_texts[column];
}

std::string_view CustomerStream::moment(size_t column, const Cell& cell)
{
    std::optional<Timestamp> when;
    if (cell.kind == Cell::Kind::Integer && m_session.engine() == Engine::PostgreSql) {
        when = Timestamp{cell.integer};
    } else if (cell.kind == Cell::Kind::Integer) {
        when = Timestamp{cell.integer * 1'000'000};
    } else if (!(when = Timestamp::fromPlainText(cell.text))) {
        const QString written = QString::fromUtf8(cell.text.data(), qsizetype(cell.text.size()));
        when =
            written.contains(u':') ? Timestamp::fromText(written) : Timestamp::fromSeconds(written);
    }
    if (!when)
        return {};
    std::string& room = m_texts[column];
    room.resize(40);
    return {room.data(), when->toIso(std::span<char, 40>(room.data(), 40))};
}

} // namespace clientele
