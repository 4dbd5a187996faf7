// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/csvreader.h"
#include "core/io/momentreader.h"
#include "core/result.h"
#include "core/services/importplan.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <array>
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
///
/// Blanks around a text are left out, and an empty text is nothing, except in a file of ours
/// (columns::areOurExports): there both stand for what they are, so that it comes back as it was.
class RowCheck final
{
public:
    /// InvalidInput where the plan's mapping names a column that is not there, leaves out name or
    /// e-mail, or reads dates in no known way.
    static Result<RowCheck> make(const QStringList& columns, size_t width, const ImportPlan& plan,
                                 const FieldLimits& limits);

    [[nodiscard]] std::variant<CustomerDraft, Reject> check(const CsvRecord& record) const;
    /// What one customer field is made of, as it stands there or as a person wrote it instead.
    [[nodiscard]] QString text(const CsvRecord& record, CustomerField field) const
    {
        return valueOf(record, field).text;
    }

private:
    struct Source
    {
        std::vector<size_t> places;
        QString separator;
        std::optional<QString> constant;
    };
    struct Value
    {
        QString text;
        bool isThere = false; ///< an empty text is, where nothing stands there is none
    };
    using Texts = QHash<CustomerField, QString>;

    std::optional<Error> map(const QStringList& columns, const FieldMapping& mapping);
    [[nodiscard]] const Source& source(CustomerField field) const
    {
        return m_sources.at(size_t(field));
    }
    [[nodiscard]] bool isMapped(CustomerField field) const;
    [[nodiscard]] Value valueOf(const CsvRecord& record, CustomerField field) const;
    [[nodiscard]] Value cell(const CsvRecord& record, size_t place) const;
    [[nodiscard]] std::optional<Reject> checkRecord(const CsvRecord& record) const;
    std::optional<Reject> takeName(const CsvRecord& record, CustomerDraft& draft) const;
    std::optional<Reject> takeEmail(const CsvRecord& record, CustomerDraft& draft) const;
    std::optional<Reject> takePhone(const CsvRecord& record, CustomerDraft& draft) const;
    std::optional<Reject> takeActive(const CsvRecord& record, CustomerDraft& draft) const;
    std::optional<Reject> takeCreated(const CsvRecord& record, CustomerDraft& draft) const;

    size_t m_width = 0;
    FieldLimits m_limits;
    bool m_toTheLetter = false; ///< the file is ours
    std::array<Source, allCustomerFields.size()> m_sources;
    QSet<QString> m_nullTexts; ///< in lower case
    QHash<qint64, Texts> m_overrides;
    MomentReader m_moments;
    QString m_momentFormat;
};

/// "yes", "0", "inactive" and their like in a few languages; nullopt where it is none of them.
std::optional<bool> activeFromText(const QString& text);

} // namespace clientele
