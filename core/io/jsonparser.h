// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clientele::json {

/// What stands under a key, as a place in the text that was parsed. A member of an object within
/// the object is one of its own, named "outer.inner".
struct Member
{
    enum class Kind
    {
        Null,
        Text,    ///< begin and end are within the quotes; escapes are still in it
        Literal, ///< a number, true or false, to the last digit as it stands
        List,    ///< as it stands, from bracket to bracket
    };

    size_t keyBegin = 0; ///< of a plain key, in the text
    size_t keyEnd = 0;
    size_t ownName = 0; ///< 1 + the place in ObjectParser's names, for any other key; else 0
    Kind kind = Kind::Null;
    bool hasEscapes = false;
    size_t begin = 0;
    size_t end = 0;
};

/// Parses one object, strictly as RFC 8259 has it, without copying its values.
class ObjectParser final
{
public:
    enum class Outcome
    {
        Complete,
        NeedsMore, ///< the text ends within the object
        Malformed,
    };

    /// The object begins at @p at of @p text, which ends with the file where @p isWhole. Where
    /// @p opening is a comma it is the rest of an object, from there on.
    Outcome parse(std::string_view text, size_t at, bool isWhole, char opening = '{');

    /// Of the last object, as far as it was parsed. An empty object has none.
    [[nodiscard]] const std::vector<Member>& members() const { return m_members; }
    /// Of the text that was parsed, or of names of this.
    [[nodiscard]] std::string_view name(const Member& member) const;
    /// Complete: behind the object. Malformed: where the problem is.
    [[nodiscard]] size_t at() const { return m_at; }
    /// Not Complete: where the list begins that ends it, if it is a member of the object itself.
    [[nodiscard]] std::optional<size_t> openList() const { return m_openList; }
    /// Malformed: in words that wording translates.
    [[nodiscard]] const char* problem() const { return m_problem; }

private:
    bool parseObject(int depth, char opening = '{');
    bool parseMember(int depth);
    bool parseValue(int depth, Member member);
    bool parseList(int depth);
    bool parseListElement(int depth);
    bool parseText(size_t& begin, size_t& end, bool& hasEscapes);
    bool parseEscape();
    bool parseLiteral();
    bool parseNumber();
    bool parseDigits();
    void skipSpace();
    /// The character that is next, behind blanks; 0 at the end of the text, where all fails.
    char peek();
    bool expect(char c, const char* problem);
    bool fail(const char* problem);

    std::string_view m_text;
    size_t m_at = 0;
    bool m_isWhole = false;
    bool m_needsMore = false;
    std::optional<size_t> m_openList;
    const char* m_problem = "";
    std::string m_path; ///< "outer." within outer
    std::vector<Member> m_members;
    std::vector<std::string> m_names;
};

} // namespace clientele::json
