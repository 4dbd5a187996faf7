// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsoncolumns.h"

namespace clientele::json {

std::optional<size_t> Columns::find(std::string_view key)
{
    const auto bytes = QByteArray::fromRawData(key.data(), qsizetype(key.size()));
    if (m_likely >= m_keys.size() || m_keys[m_likely] != bytes) {
        const auto known = m_placeOfKey.constFind(bytes);
        if (known == m_placeOfKey.cend())
            return std::nullopt;
        m_likely = *known;
    }
    return m_likely++;
}

void Columns::add(std::string_view key)
{
    const QByteArray own(key.data(), qsizetype(key.size()));
    m_placeOfKey.insert(own, m_keys.size());
    m_keys.push_back(own);
    m_names.append(QString::fromUtf8(own));
}

} // namespace clientele::json
