// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customersearch.h"

#include <QString>

namespace clientele::wording {

/// Why a filter means nothing and what would: "“created:abc” names no time. …"
QString sentence(const SearchProblem& problem);

} // namespace clientele::wording
