// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/csvreader.h"
#include "core/result.h"
#include "core/services/importplan.h"

#include <QStringList>

#include <variant>
#include <vector>

namespace clientele {

/// Characters that a book takes; 0 is no limit.
struct FieldLimits
{
    int name = 0;
    int email = 0;
    int phone = 0;
};

/// Makes a draft of a row of a file, or says why it cannot be imported.
class RowCheck final
{
public:
    /// InvalidInput where the mapping names a column that is not there, or leaves out name or
    /// e-mail.
    static Result<RowCheck> make(const QStringList& columns, size_t width,
                                 const QList<FieldMapping>& mapping, const FieldLimits& limits);

    [[nodiscard]] std::variant<CustomerDraft, Reject> check(const CsvRecord& record) const;
    /// The fields of one customer field as they stand, joined by a blank.
    [[nodiscard]] QString text(const CsvRecord& record, CustomerField field) const;

private:
    [[nodiscard]] std::optional<Reject> checkRecord(const CsvRecord& record) const;

    size_t m_width = 0;
    FieldLimits m_limits;
    std::vector<size_t> m_name;
    std::vector<size_t> m_email;
    std::vector<size_t> m_phone;
    std::vector<size_t> m_active;
};

/// "yes", "0", "inactive" and their like in a few languages; nullopt where it is none of them.
std::optional<bool> activeFromText(const QString& text);

} // namespace clientele
