// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonparser.h"

#include "core/io/jsonescapes.h"

#include <QtGlobal>

namespace clientele::json {

namespace {

constexpr int deepest = 200;

constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

ObjectParser::Outcome ObjectParser::parse(std::string_view text, size_t at, bool isWhole,
                                          char opening)
{
    m_text = text;
    m_at = at;
    m_isWhole = isWhole;
    m_needsMore = false;
    m_openList.reset();
    m_path.clear();
    m_members.clear();
    m_names.clear();
    if (parseObject(0, opening))
        return Outcome::Complete;
    return m_needsMore ? Outcome::NeedsMore : Outcome::Malformed;
}

std::string_view ObjectParser::name(const Member& member) const
{
    return member.ownName > 0 ? std::string_view(m_names[member.ownName - 1])
                              : m_text.substr(member.keyBegin, member.keyEnd - member.keyBegin);
}

bool ObjectParser::parseObject(int depth, char opening)
{
    if (!expect(opening,
                opening == '{'
                    ? QT_TRANSLATE_NOOP("wording", "an object, in braces, is missing")
                    : QT_TRANSLATE_NOOP("wording", "a comma or a closing brace is missing")))
        return false;
    if (peek() == '}') {
        ++m_at;
        return true;
    }
    for (;;) {
        if (!parseMember(depth))
            return false;
        const char c = peek();
        if (c != ',')
            break;
        ++m_at;
    }
    return expect('}', QT_TRANSLATE_NOOP("wording", "a comma or a closing brace is missing"));
}

bool ObjectParser::parseMember(int depth)
{
    Member member;
    bool hasEscapes = false;
    if (peek() != '"')
        return fail(QT_TRANSLATE_NOOP("wording", "a key in quotes is missing"));
    if (!parseText(member.keyBegin, member.keyEnd, hasEscapes))
        return false;
    if (hasEscapes || !m_path.empty()) {
        std::string key(m_text.substr(member.keyBegin, member.keyEnd - member.keyBegin));
        TextFlaw flaw = TextFlaw::None;
        if (hasEscapes)
            key.resize(unescape(key.data(), key.size(), flaw));
        m_names.push_back(m_path + key);
        member.ownName = m_names.size();
    }
    return expect(':', QT_TRANSLATE_NOOP("wording", "a colon behind the key is missing")) &&
           parseValue(depth, member);
}

bool ObjectParser::parseValue(int depth, Member member)
{
    const char c = peek();
    if (depth >= deepest && (c == '{' || c == '['))
        return fail(QT_TRANSLATE_NOOP("wording", "there are too many brackets within brackets"));
    if (c == '{') {
        const size_t outer = m_path.size();
        const std::string inner(name(member));
        m_path = inner + '.';
        const bool parsed = parseObject(depth + 1);
        m_path.resize(outer);
        return parsed;
    }
    member.begin = m_at;
    if (c == '"') {
        member.kind = Member::Kind::Text;
        if (!parseText(member.begin, member.end, member.hasEscapes))
            return false;
    } else {
        member.kind = c == '[' ? Member::Kind::List : Member::Kind::Literal;
        if (c == '[' && depth == 0)
            m_openList = m_at;
        if (!(c == '[' ? parseList(depth + 1) : parseLiteral()))
            return false;
        if (depth == 0)
            m_openList.reset();
        member.end = m_at;
        if (c == 'n')
            member.kind = Member::Kind::Null;
    }
    m_members.push_back(member);
    return true;
}

bool ObjectParser::parseList(int depth)
{
    ++m_at;
    if (peek() == ']') {
        ++m_at;
        return true;
    }
    for (;;) {
        if (!parseListElement(depth))
            return false;
        if (peek() != ',')
            break;
        ++m_at;
    }
    return expect(']', QT_TRANSLATE_NOOP("wording", "a comma or a closing bracket is missing"));
}

// What is in a list is no member: the list is given as it stands.
bool ObjectParser::parseListElement(int depth)
{
    const char c = peek();
    if (depth >= deepest && (c == '{' || c == '['))
        return fail(QT_TRANSLATE_NOOP("wording", "there are too many brackets within brackets"));
    if (c == '[')
        return parseList(depth + 1);
    if (c == '"') {
        size_t begin = 0;
        size_t end = 0;
        bool hasEscapes = false;
        return parseText(begin, end, hasEscapes);
    }
    if (c != '{')
        return parseLiteral();
    const size_t members = m_members.size();
    const size_t names = m_names.size();
    const bool parsed = parseObject(depth + 1);
    m_members.resize(members);
    m_names.resize(names);
    return parsed;
}

// From the opening quote to behind the closing one.
bool ObjectParser::parseText(size_t& begin, size_t& end, bool& hasEscapes)
{
    begin = ++m_at;
    for (;; ++m_at) {
        if (m_at >= m_text.size())
            return fail(QT_TRANSLATE_NOOP("wording", "a closing quote is missing"));
        const char c = m_text[m_at];
        if (c == '"')
            break;
        if (c == '\\') {
            hasEscapes = true;
            if (!parseEscape())
                return false;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            return fail(
                c == '\n' || c == '\r'
                    ? QT_TRANSLATE_NOOP("wording", "a closing quote is missing")
                    : QT_TRANSLATE_NOOP("wording", "a control character stands within quotes"));
        }
    }
    end = m_at++;
    return true;
}

// Leaves m_at on the last character of the escape.
bool ObjectParser::parseEscape()
{
    constexpr std::string_view simple = "\"\\/bfnrt";
    if (++m_at >= m_text.size())
        return fail(QT_TRANSLATE_NOOP("wording", "a closing quote is missing"));
    if (simple.find(m_text[m_at]) != std::string_view::npos)
        return true;
    if (m_text[m_at] != 'u')
        return fail(QT_TRANSLATE_NOOP("wording", "a backslash stands before what needs none"));
    for (int digit = 0; digit < 4; ++digit) {
        if (++m_at >= m_text.size())
            return fail(QT_TRANSLATE_NOOP("wording", "a closing quote is missing"));
        if (hexValue(m_text[m_at]) < 0)
            return fail(QT_TRANSLATE_NOOP("wording", "four digits have to follow \\u"));
    }
    return true;
}

bool ObjectParser::parseLiteral()
{
    for (const std::string_view word : {"true", "false", "null"}) {
        const std::string_view here = m_text.substr(m_at, word.size());
        if (here == word) {
            m_at += word.size();
            return true;
        }
        if (here.size() < word.size() && word.starts_with(here)) {
            m_at += here.size();
            return fail(QT_TRANSLATE_NOOP("wording", "a value is missing"));
        }
    }
    return parseNumber();
}

bool ObjectParser::parseNumber()
{
    const auto take = [this](std::string_view any) {
        const bool there = m_at < m_text.size() && any.find(m_text[m_at]) != std::string_view::npos;
        m_at += there ? 1 : 0;
        return there;
    };
    const bool negative = take("-");
    if (m_at < m_text.size() && !isDigit(m_text[m_at]))
        return fail(negative ? QT_TRANSLATE_NOOP("wording", "a digit is missing")
                             : QT_TRANSLATE_NOOP("wording", "a value is missing"));
    if (!take("0") && !parseDigits())
        return false;
    if (take(".") && !parseDigits())
        return false;
    if (take("eE")) {
        take("+-");
        if (!parseDigits())
            return false;
    }
    // More digits may follow, and a number never ends an object.
    if (m_at >= m_text.size())
        return fail(QT_TRANSLATE_NOOP("wording", "a comma or a closing brace is missing"));
    return !isDigit(m_text[m_at]) || fail(QT_TRANSLATE_NOOP("wording", "a number begins with 0"));
}

bool ObjectParser::parseDigits()
{
    const size_t begin = m_at;
    while (m_at < m_text.size() && isDigit(m_text[m_at]))
        ++m_at;
    return m_at > begin || fail(QT_TRANSLATE_NOOP("wording", "a digit is missing"));
}

void ObjectParser::skipSpace()
{
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
}

char ObjectParser::peek()
{
    skipSpace();
    return m_at < m_text.size() ? m_text[m_at] : '\0';
}

bool ObjectParser::expect(char c, const char* problem)
{
    if (peek() != c || m_at >= m_text.size())
        return fail(problem);
    ++m_at;
    return true;
}

// What fails at the end of the text only needs more of it, as long as there is more.
bool ObjectParser::fail(const char* problem)
{
    m_needsMore = m_at >= m_text.size() && !m_isWhole;
    m_problem = problem;
    return false;
}

} // namespace clientele::json
