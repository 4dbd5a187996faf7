// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

#include <optional>
#include <string_view>
#include <vector>

namespace clientele::json {

/// The keys that are columns, in the order in which they came.
class Columns final
{
public:
    [[nodiscard]] const QStringList& names() const { return m_names; }
    [[nodiscard]] size_t count() const { return m_keys.size(); }

    /// Quickest where keys come in the order of the columns.
    std::optional<size_t> find(std::string_view key);
    void add(std::string_view key);

private:
    QStringList m_names;
    std::vector<QByteArray> m_keys;
    QHash<QByteArray, size_t> m_placeOfKey;
    size_t m_likely = 0;
};

} // namespace clientele::json
