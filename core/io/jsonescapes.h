// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace clientele::json {

enum class TextFlaw
{
    None,
    HalfCharacter, ///< half of a surrogate pair, which became U+FFFD
    Nul,
};

/// Takes the escapes out of a text between quotes, in place: it never grows. Returns its length.
/// Every backslash has to be followed by what JSON allows.
size_t unescape(char* text, size_t size, TextFlaw& flaw);

/// 0 to 15, or -1 where it is no hexadecimal digit.
int hexValue(char c);

} // namespace clientele::json
