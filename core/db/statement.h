// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/value.h"

#include <QString>

#include <vector>

namespace clientele {

/// A statement in the making, with its parameters.
struct Statement
{
    QString sql;
    std::vector<Value> parameters;

    /// Appends a parameter and returns its placeholder, "$3".
    QString bind(Value value)
    {
        parameters.push_back(std::move(value));
        return u'$' + QString::number(parameters.size());
    }
};

} // namespace clientele
