// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/value.h"

#include <span>

namespace clientele {

/// Rows as a JSON array of arrays, to bind thousands of them as one parameter of json_each() (RFC
/// 8259). U+0000 and halves of characters are kept as they are, for the session to refuse.
class JsonRows final
{
public:
    void append(std::span<const Value> row);
    [[nodiscard]] Value toValue() &&;

private:
    void append(const Value& value);

    QString m_json;
};

} // namespace clientele
