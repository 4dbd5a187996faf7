// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string_view>

namespace clientele {

/// Phone numbers are kept as typed and never refused for their form; these are what they are
/// searched by and how a doubtful one is flagged.
namespace phone {

/// The digits in their order, whatever stands between; extensions included. Any script's digits.
QString digits(QStringView typed);

/// The digits of @p word where it is a number or a part of one, as people group them:
/// "+1 (555) 01-03"; empty where there is more to it.
QString groupedDigits(QStringView word);

/// True where it may well be a number: 3 to 20 digits, and nothing but digits, blanks, + - . ( ) /
/// and an extension ("x12", "ext. 12", ";ext=12").
bool looksPlausible(QStringView typed);

/// The digits of an extension, where @p text is nothing else: "x12", "ext. 12", ";ext=12".
std::string_view extension(std::string_view text);

/// Surrounding blanks removed; nullopt where nothing is left.
std::optional<QString> normalized(const QString& typed);

} // namespace phone
} // namespace clientele
