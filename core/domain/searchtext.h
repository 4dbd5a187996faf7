// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace clientele {

/// Case, accents, widths and ligatures folded away, so that "strasse" finds "Straße" and "łukasz"
/// finds "Lukasz" (Unicode NFKD without marks, full case folding, and the strokes that NFKD
/// leaves).
QString folded(QStringView text);

/// What a customer is found by: name, e-mail, phone as typed and its digits, folded and kept apart
/// by line breaks, which no searched word holds.
QString searchText(QStringView name, QStringView email, const std::optional<QString>& phone);

} // namespace clientele
