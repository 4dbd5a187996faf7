// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvreader.h"
#include "core/io/csvsniffer.h"
#include "tests/fuzz/pieces.h"
#include "tests/fuzz/records.h"

#include <QBuffer>

#include <array>

using namespace clientele;
using namespace clientele::fuzz;

namespace {

constexpr std::array encodings = {"UTF-8",        "UTF-8",     "UTF-8",   "UTF-16LE",
                                  "windows-1252", "Shift_JIS", "GB18030", "UTF-16BE"};

/// What the first two bytes of an input say.
struct Way
{
    CsvFormat format;
    uint32_t seed = 0;
};

Way wayOf(uint8_t first, uint8_t second)
{
    return {.format = {.kind = FileKind::Csv,
                       .encoding = encodings[first & 7],
                       .delimiter = ",;\t|"[first >> 3 & 3],
                       .quote = (first & 0x20) != 0 ? '\'' : '"',
                       .backslashEscapes = (first & 0x40) != 0,
                       .hasHeader = true},
            .seed = second * 2654435761u};
}

/// RFC 4180 by the letter, a character at a time. Unset where the file keeps to it less than that.
class PlainParser final
{
public:
    explicit PlainParser(const CsvFormat& format) : m_format(format) {}

    std::optional<std::vector<Kept>> parse(std::string_view text)
    {
        if (text.starts_with("\xEF\xBB\xBF"))
            text.remove_prefix(3);
        m_text = text;
        while (m_at < m_text.size()) {
            if (skipLineEnd())
                continue;
            Kept record{.line = m_line, .faultLine = m_line, .detail = {}, .fields = {}};
            for (;;) {
                if (!readField(record))
                    return std::nullopt;
                if (m_at == m_text.size() || m_text[m_at] != m_format.delimiter)
                    break;
                ++m_at;
            }
            m_records.push_back(std::move(record));
            skipLineEnd();
        }
        return m_records;
    }

private:
    bool readField(Kept& record)
    {
        if (m_at == m_text.size() || m_text[m_at] != m_format.quote) {
            const size_t begin = m_at;
            while (m_at < m_text.size() && !isStop())
                ++m_at;
            if (m_at > begin)
                record.fields.emplace_back(std::string(m_text.substr(begin, m_at - begin)));
            else
                record.fields.emplace_back();
            return true;
        }
        std::string field;
        for (++m_at; m_at < m_text.size();) {
            const char c = m_text[m_at];
            const char next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
            if (m_format.backslashEscapes && c == '\\' &&
                (next == '\\' || next == m_format.quote)) {
                field += next;
                m_at += 2;
            } else if (c == m_format.quote && next == m_format.quote) {
                field += c;
                m_at += 2;
            } else if (c == m_format.quote) {
                ++m_at;
                record.fields.emplace_back(std::move(field));
                return m_at == m_text.size() || isStop();
            } else if (c == '\n' || c == '\r') {
                const size_t begin = m_at;
                skipLineEnd();
                field += m_text.substr(begin, m_at - begin);
            } else {
                field += c;
                ++m_at;
            }
        }
        return false;
    }

    [[nodiscard]] bool isStop() const
    {
        const char c = m_text[m_at];
        return c == m_format.delimiter || c == '\n' || c == '\r';
    }

    bool skipLineEnd()
    {
        if (m_at == m_text.size() || (m_text[m_at] != '\n' && m_text[m_at] != '\r'))
            return false;
        m_at += m_text.substr(m_at).starts_with("\r\n") ? 2 : 1;
        ++m_line;
        return true;
    }

    CsvFormat m_format;
    std::string_view m_text;
    size_t m_at = 0;
    qint64 m_line = 1;
    std::vector<Kept> m_records;
};

bool isClean(std::string_view text)
{
    return QUtf8StringView(text.data(), qsizetype(text.size())).isValidUtf8() &&
           text.find('\0') == std::string_view::npos;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size)
{
    if (size < 2)
        return 0;
    const Way way = wayOf(bytes[0], bytes[1]);
    const QByteArray data(reinterpret_cast<const char*>(bytes + 2), qsizetype(size - 2));
    const bool isUtf8 = way.format.encoding == "UTF-8";
    // More lines than these no encoding makes of it.
    const qint64 lines = isUtf8 ? countLines({data.constData(), size_t(data.size())}) : data.size();

    QBuffer buffer;
    buffer.setData(data);
    buffer.open(QIODevice::ReadOnly);
    CsvReader whole(buffer, way.format);
    const Reading reading = readAll(whole, data.size(), lines, isUtf8);
    require(!reading.error);

    Pieces pieces(data, way.seed);
    CsvReader torn(pieces, way.format);
    require(readAll(torn, data.size(), lines, isUtf8) == reading);

    const std::string_view text(data.constData(), size_t(data.size()));
    if (isUtf8 && isClean(text)) {
        if (const auto expected = PlainParser(way.format).parse(text))
            require(reading.records == *expected);
    }
    // Whatever it finds can be read. It tries so much that it is asked but seldom.
    if (bytes[1] % 8 != 0)
        return 0;
    if (const auto sniffed = sniffer::sniff(data, true);
        sniffed && sniffed->format.kind == FileKind::Csv) {
        buffer.seek(0);
        CsvReader found(buffer, sniffed->format);
        readAll(found, data.size(), data.size(), sniffed->format.encoding == "UTF-8");
    }
    return 0;
}
