// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/formulaguard.h"

#include "core/domain/phone.h"

#include <algorithm>
#include <array>

namespace clientele::formulaguard {

namespace {

using namespace std::string_view_literals;

constexpr char apostrophe = '\'';

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool beginsFormula(std::string_view cell)
{
    // ＝ ＋ － ＠ in UTF-8.
    static constexpr std::array wide{"\uff1d"sv, "\uff0b"sv, "\uff0d"sv, "\uff20"sv};
    if (cell.empty())
        return false;
    if ("=+-@\t\r\n"sv.find(cell.front()) != std::string_view::npos)
        return true;
    return cell.front() == '\xef' && std::ranges::any_of(wide, [cell](std::string_view sign) {
               return cell.starts_with(sign);
           });
}

bool isNumber(std::string_view cell)
{
    if (!cell.starts_with('+') && !cell.starts_with('-'))
        return false;
    const size_t end = std::min(cell.find_first_not_of("0123456789 +-()./"), cell.size());
    const bool hasDigit = std::ranges::any_of(cell.substr(0, end), isDigit);
    return hasDigit && (end == cell.size() || !phone::extension(cell.substr(end)).empty());
}

} // namespace

bool needsApostrophe(std::string_view cell, bool guarded)
{
    if (cell.starts_with(apostrophe))
        return beginsFormula(
            cell.substr(std::min(cell.find_first_not_of(apostrophe), cell.size())));
    return guarded && beginsFormula(cell) && !isNumber(cell);
}

std::string_view taken(std::string_view cell)
{
    return cell.starts_with(apostrophe) && needsApostrophe(cell, false) ? cell.substr(1) : cell;
}

} // namespace clientele::formulaguard
