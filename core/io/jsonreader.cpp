// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/jsonreader.h"

#include "core/io/jsonescapes.h"

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t headBytes = 1 << 20;
constexpr size_t maxRecordBytes = 4 << 20;
constexpr std::string_view blanks = " \t\n\r";
constexpr auto noObject = QT_TRANSLATE_NOOP("wording", "an object, in braces, is missing");
constexpr auto brokenOff = QT_TRANSLATE_NOOP("wording", "the file breaks off there");
constexpr auto severalLists =
    QT_TRANSLATE_NOOP("wording", "there are several lists of objects in it");

bool isListOfObjects(std::string_view list)
{
    const size_t first = list.find_first_not_of(blanks, 1);
    return first != std::string_view::npos && list[first] == '{';
}

size_t findLineEnd(std::string_view text, size_t at)
{
    const size_t feed = std::min(text.find('\n', at), text.size());
    return std::min(text.substr(0, feed).find('\r', at), feed);
}

} // namespace

JsonReader::JsonReader(QIODevice& device, const CsvFormat& format)
    : m_text(device, format.encoding), m_kind(format.kind)
{
    while (m_text.size() < headBytes && !m_text.atEnd())
        m_text.readMore(0);
    if (!error())
        readColumns();
}

// Reads as far as the beginning goes, and starts over.
void JsonReader::readColumns()
{
    Step last = Step::Again;
    while (last == Step::Again || last == Step::Record)
        last = step();
    m_place = {};
    m_error.reset();
    m_inObject = false;
    m_skips = false;
    m_addsColumns = false;
    m_filledBy.assign(m_columns.count(), 0);
}

const CsvRecord* JsonReader::next()
{
    while (!error()) {
        switch (step()) {
        case Step::Record:
            return &m_record;
        case Step::End:
            return nullptr;
        case Step::NeedsMore:
            // What was begun is then parsed again: a record is short against what is read at once.
            m_text.readMore(m_place.at);
            m_place.at = 0;
            break;
        case Step::Again:
            break;
        }
    }
    return nullptr;
}

JsonReader::Step JsonReader::step()
{
    if (m_skips)
        return skipLongRecord();
    if (m_place.expected == Expected::Line)
        return readLine();
    advance(std::min(m_text.text().find_first_not_of(blanks, m_place.at), m_text.size()));
    if (m_place.at == m_text.size() && !m_text.atEnd())
        return Step::NeedsMore;
    switch (m_place.expected) {
    case Expected::Anything:
        return enter();
    case Expected::Object:
        return isAtEnd() ? Step::End : readMember();
    case Expected::FirstMember:
        return here() == ']' ? endList() : readMember();
    case Expected::Member:
        return readMember();
    case Expected::AfterMember:
        return readAfterMember();
    case Expected::Rest:
        return readRest();
    case Expected::Line:
    case Expected::Nothing:
        break;
    }
    return isAtEnd() ? Step::End
                     : giveUp(QT_TRANSLATE_NOOP("wording", "something stands behind its end"));
}

JsonReader::Step JsonReader::enter()
{
    if (m_kind == FileKind::JsonLines)
        return expect(Expected::Line);
    if (isAtEnd())
        return Step::End;
    if (here() == '{')
        return enterObject();
    if (here() != '[')
        return giveUp(QT_TRANSLATE_NOOP("wording", "a list or an object is missing"));
    advance(m_place.at + 1);
    return expect(Expected::FirstMember);
}

// An object that holds a list of objects is not itself a row, if it is alone in the file.
JsonReader::Step JsonReader::enterObject()
{
    const std::string_view text = m_text.text();
    const auto outcome = m_parser.parse(text, m_place.at, m_text.atEnd());
    const bool isWhole = outcome == json::ObjectParser::Outcome::Complete;
    if (isWhole && text.find_first_not_of(blanks, m_parser.at()) != std::string_view::npos)
        return expect(Expected::Object);

    std::vector<size_t> lists;
    for (const json::Member& member : m_parser.members()) {
        if (member.kind == json::Member::Kind::List && isListOfObjects(text.substr(member.begin)))
            lists.push_back(member.begin);
    }
    if (const auto open = m_parser.openList(); open && isListOfObjects(text.substr(*open)))
        lists.push_back(*open);
    if (lists.empty())
        return expect(Expected::Object);
    if (lists.size() > 1)
        return giveUp(severalLists);
    m_inObject = true;
    advance(lists.front() + 1);
    return expect(Expected::FirstMember);
}

JsonReader::Step JsonReader::readLine()
{
    const std::string_view text = m_text.text();
    const size_t begin = m_place.at;
    const size_t end = findLineEnd(text, begin);
    if (end - begin > maxRecordBytes)
        return cutLongRecord();
    if (end == text.size() && !m_text.atEnd())
        return Step::NeedsMore;
    if (begin == text.size())
        return Step::End;
    if (text.substr(begin, end - begin).find_first_not_of(blanks) == std::string_view::npos) {
        advance(std::min(end + 1, text.size()));
        return Step::Again;
    }
    const auto outcome = m_parser.parse(text.substr(0, end), begin, true);
    if (outcome != json::ObjectParser::Outcome::Complete)
        deliverRaw(CsvRecord::Fault::Malformed, end, m_parser.problem());
    else if (text.substr(0, end).find_first_not_of(blanks, m_parser.at()) != std::string_view::npos)
        deliverRaw(CsvRecord::Fault::Malformed, end,
                   QT_TRANSLATE_NOOP("wording", "something stands behind the object"));
    else
        return deliverObject(end);
    return finishRecord(placeAt(end));
}

JsonReader::Step JsonReader::readMember()
{
    using enum json::ObjectParser::Outcome;
    const size_t begin = m_place.at;
    if (here() != '{')
        return giveUp(isAtEnd() ? brokenOff : noObject);
    const auto outcome = m_parser.parse(m_text.text(), begin, m_text.atEnd());
    if (outcome == Complete && m_parser.at() - begin <= maxRecordBytes) {
        return deliverObject(m_parser.at());
    }
    // Where it ends is then said by its brackets.
    json::BracketCounter brackets;
    const auto found = brackets.feed(m_text.text().substr(begin));
    if (brackets.at() > maxRecordBytes)
        return cutLongRecord();
    switch (found) {
    case json::BracketCounter::Outcome::Closed:
        deliverRaw(CsvRecord::Fault::Malformed, begin + brackets.at(), m_parser.problem());
        return finishRecord(placeAt(begin + brackets.at()));
    case json::BracketCounter::Outcome::NeedsMore:
        return m_text.atEnd() ? giveUp(m_parser.problem()) : Step::NeedsMore;
    case json::BracketCounter::Outcome::BrokenText:
        break;
    }
    return giveUp(m_parser.problem());
}

JsonReader::Step JsonReader::readAfterMember()
{
    if (isAtEnd())
        return giveUp(brokenOff);
    if (here() == ']')
        return endList();
    if (here() != ',')
        return giveUp(QT_TRANSLATE_NOOP("wording", "a comma or a closing bracket is missing"));
    advance(m_place.at + 1);
    return expect(Expected::Member);
}

JsonReader::Step JsonReader::endList()
{
    advance(m_place.at + 1);
    return expect(m_inObject ? Expected::Rest : Expected::Nothing);
}

// What stands behind the list in its object holds no row.
JsonReader::Step JsonReader::readRest()
{
    using enum json::ObjectParser::Outcome;
    if (!isAtEnd() && here() == '}') {
        advance(m_place.at + 1);
        return expect(Expected::Nothing);
    }
    const auto outcome = m_parser.parse(m_text.text(), m_place.at, m_text.atEnd(), ',');
    if (outcome == NeedsMore && m_text.size() - m_place.at <= maxRecordBytes)
        return Step::NeedsMore;
    if (outcome != Complete)
        return giveUp(outcome == NeedsMore ? brokenOff : m_parser.problem());
    for (const json::Member& member : m_parser.members()) {
        if (member.kind == json::Member::Kind::List &&
            isListOfObjects(m_text.text().substr(member.begin)))
            return giveUp(severalLists);
    }
    advance(m_parser.at());
    return expect(Expected::Nothing);
}

JsonReader::Step JsonReader::cutLongRecord()
{
    const size_t cut = m_place.at + maxRecordBytes;
    deliverRaw(CsvRecord::Fault::TooLong, cut, "");
    m_brackets = {};
    m_brackets.feed(m_text.text().substr(m_place.at, maxRecordBytes));
    m_skips = true;
    advance(cut);
    return Step::Record;
}

JsonReader::Step JsonReader::skipLongRecord()
{
    using enum json::BracketCounter::Outcome;
    const std::string_view text = m_text.text();
    if (m_kind == FileKind::JsonLines) {
        const size_t end = findLineEnd(text, m_place.at);
        m_skips = end == text.size() && !m_text.atEnd();
        advance(end);
        return m_skips ? Step::NeedsMore : Step::Again;
    }
    const auto found = m_brackets.feed(text.substr(m_place.at));
    advance(m_place.at + m_brackets.at());
    if (found == NeedsMore && !m_text.atEnd())
        return Step::NeedsMore;
    if (found != Closed)
        return giveUp(brokenOff);
    m_skips = false;
    finishRecord(m_place);
    return Step::Again;
}

JsonReader::Step JsonReader::finishRecord(const Place& behind)
{
    m_place = behind;
    if (m_place.expected == Expected::FirstMember || m_place.expected == Expected::Member)
        m_place.expected = Expected::AfterMember;
    return Step::Record;
}

JsonReader::Step JsonReader::expect(Expected expected)
{
    m_place.expected = expected;
    return Step::Again;
}

JsonReader::Step JsonReader::giveUp(const char* problem)
{
    m_error = Error{.kind = ErrorKind::File,
                    .message = u"Line %1 is not as JSON is written: %2."_s.arg(m_place.line)
                                   .arg(QLatin1StringView(problem)),
                    .code = u"file.json"_s};
    return Step::End;
}

// The object that was parsed, as a record that ends at @p end.
JsonReader::Step JsonReader::deliverObject(size_t end)
{
    const Place behind = placeAt(end); // before line ends come out of the escapes
    beginRecord(m_text.flawIn(m_place.at, m_parser.at()));
    for (const json::Member& member : m_parser.members()) {
        const std::string_view name = m_parser.name(member);
        const auto column = m_columns.find(name);
        // Until the columns are known the text is left as it is, to be read again.
        if (m_addsColumns) {
            if (!column)
                m_columns.add(name);
            continue;
        }
        const std::string_view value = valueOf(member);
        if (!column) {
            if (value.data() == nullptr)
                continue;
            addFault(CsvRecord::Fault::UnknownKey, name);
            m_surplus.push_back(value);
        } else if (m_filledBy[*column] == m_records) {
            addFault(CsvRecord::Fault::Malformed,
                     QT_TRANSLATE_NOOP("wording", "a key stands there twice"));
            m_surplus.push_back(value);
        } else {
            m_filledBy[*column] = m_records;
            m_fields[*column] = value;
        }
    }
    m_fields.insert(m_fields.end(), m_surplus.begin(), m_surplus.end());
    m_record.fields = m_fields;
    return finishRecord(behind);
}

// What cannot be taken apart stands behind the columns, to be mended.
void JsonReader::deliverRaw(CsvRecord::Fault fault, size_t end, const char* problem)
{
    beginRecord(fault == CsvRecord::Fault::Malformed ? m_text.flawIn(m_place.at, end)
                                                     : CsvRecord::Fault::None);
    addFault(fault, problem);
    const std::string_view raw = m_text.text().substr(m_place.at, end - m_place.at);
    if (m_record.fault == CsvRecord::Fault::Malformed && m_parser.at() > m_place.at)
        m_record.faultLine += countLines(raw.substr(0, m_parser.at() - m_place.at));
    m_fields.push_back(raw);
    m_record.fields = m_fields;
}

void JsonReader::beginRecord(CsvRecord::Fault flaw)
{
    ++m_records;
    m_record.line = m_place.line;
    m_record.faultLine = m_place.line;
    m_record.fault = flaw;
    m_record.detail.clear();
    m_record.mayBeGuarded = false;
    m_fields.assign(m_columns.count(), {});
    m_surplus.clear();
}

// The first fault is the one that is told.
void JsonReader::addFault(CsvRecord::Fault fault, std::string_view detail)
{
    if (m_record.fault != CsvRecord::Fault::None)
        return;
    m_record.fault = fault;
    m_record.detail = detail;
}

std::string_view JsonReader::valueOf(const json::Member& member)
{
    if (member.kind == json::Member::Kind::Null)
        return {};
    char* const begin = m_text.data() + member.begin;
    if (!member.hasEscapes)
        return {begin, member.end - member.begin};
    auto flaw = json::TextFlaw::None;
    const size_t size = json::unescape(begin, member.end - member.begin, flaw);
    if (flaw == json::TextFlaw::HalfCharacter)
        addFault(CsvRecord::Fault::Undecodable, {});
    else if (flaw == json::TextFlaw::Nul)
        addFault(CsvRecord::Fault::NulByte, {});
    return {begin, size};
}

char JsonReader::here() const
{
    return m_place.at < m_text.size() ? m_text[m_place.at] : '\0';
}

// The same place, further on.
JsonReader::Place JsonReader::placeAt(size_t at) const
{
    Place place = m_place;
    const std::string_view passed = m_text.text().substr(place.at, at - place.at);
    if (passed.empty())
        return place;
    const bool endsPair = place.afterReturn && passed.front() == '\n';
    place.line += countLines(passed) - (endsPair ? 1 : 0);
    place.afterReturn = passed.back() == '\r';
    place.at = at;
    return place;
}

} // namespace clientele
