// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonescapes.h"

#include <string_view>

namespace clientele::json {

namespace {

char* appendUtf8(char* out, char32_t c)
{
    const auto put = [&out](char32_t byte) { *out++ = static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | c >> 6);
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }
    return out;
}

char32_t hexAt(const char* digits)
{
    char32_t value = 0;
    for (int i = 0; i < 4; ++i)
        value = value << 4 | char32_t(hexValue(digits[i]));
    return value;
}

constexpr bool isHigh(char32_t c)
{
    return c >= 0xD800 && c < 0xDC00;
}

constexpr bool isLow(char32_t c)
{
    return c >= 0xDC00 && c < 0xE000;
}

} // namespace

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

size_t unescape(char* text, size_t size, TextFlaw& flaw)
{
    constexpr std::string_view letters = "bfnrt";
    constexpr std::string_view meant = "\b\f\n\r\t";
    char* out = text;
    const char* const end = text + size;
    for (const char* in = text; in != end;) {
        if (*in != '\\') {
            *out++ = *in++;
            continue;
        }
        const char c = in[1];
        in += 2;
        if (c != 'u') {
            const size_t letter = letters.find(c);
            *out++ = letter == std::string_view::npos ? c : meant[letter];
            continue;
        }
        char32_t character = hexAt(in);
        in += 4;
        if (isHigh(character) && end - in >= 6 && in[0] == '\\' && in[1] == 'u' &&
            isLow(hexAt(in + 2))) {
            character = 0x10000 + ((character - 0xD800) << 10) + (hexAt(in + 2) - 0xDC00);
            in += 6;
        } else if (isHigh(character) || isLow(character)) {
            character = 0xFFFD;
            flaw = TextFlaw::HalfCharacter;
        } else if (character == 0) {
            flaw = TextFlaw::Nul;
        }
        out = appendUtf8(out, character);
    }
    return size_t(out - text);
}

} // namespace clientele::json
