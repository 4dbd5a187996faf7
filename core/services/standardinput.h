// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cancellation.h"

#include <QIODevice>

#include <memory>

namespace clientele {

/// Standard input, open for reading. Waiting for what comes ends with @p cancellation.
std::unique_ptr<QIODevice> openStandardInput(std::shared_ptr<const Cancellation> cancellation);

} // namespace clientele
