// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/cell.h"
#include "core/db/customersql.h"
#include "core/db/session.h"
#include "core/domain/customercells.h"
#include "core/domain/customerselection.h"

#include <functional>
#include <string>

namespace clientele {

/// Reads customers as texts, as quickly as the engine gives them, in flat memory. Used in the
/// session's thread.
class CustomerStream final
{
    Q_DISABLE_COPY_MOVE(CustomerStream)

public:
    using Take = std::function<bool(const CustomerCells&)>;

    CustomerStream(Session& session, const CustomerTable& table)
        : m_session(session), m_table(table)
    {}

    /// Those of the query in its order, or of the selection from it; all as of one moment, until
    /// @p take returns false. It opens a transaction, and leaves none open.
    Result<> each(const CustomerQuery& query, const std::optional<CustomerSelection>& selection,
                  const Take& take);

private:
    [[nodiscard]] std::vector<Statement>
    statements(const CustomerQuery& query, const std::optional<CustomerSelection>& selection) const;
    Result<> inOneSnapshot(const std::vector<Statement>& statements, const Take& take);
    void render(std::span<const Cell> row);
    std::string_view text(size_t column, const Cell& cell);
    std::string_view moment(size_t column, const Cell& cell);

    Session& m_session;
    const CustomerTable& m_table;
    CustomerCells m_cells;
    std::array<std::string, allCustomerFields.size()> m_texts; ///< what m_cells may look at
    qint64 m_taken = 0;
};

} // namespace clientele
