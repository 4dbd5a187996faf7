// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/customer.h"

#include <vector>

namespace clientele {

/// 500 made-up people, for a book to try things with.
std::vector<CustomerDraft> sampleCustomers();

} // namespace clientele
