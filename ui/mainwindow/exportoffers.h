// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/exportoffer.h"

namespace clientele {

class CustomersPage;

/// What the page shows and has selected now. A large selection stays ranges: no row of it is
/// fetched.
ExportOffer exportOffer(const CustomersPage& page);

} // namespace clientele
