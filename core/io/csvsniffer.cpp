// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvsniffer.h"

#include "core/io/columnmatcher.h"
#include "core/io/csvreader.h"
#include "core/io/encodingfinder.h"
#include "core/io/jsonparser.h"
#include "core/io/textsource.h"

#include <QBuffer>

#include <algorithm>
#include <array>
#include <map>

namespace clientele::sniffer {

using namespace Qt::StringLiterals;

namespace {

constexpr int sampleRecords = 200;

Error notCsv(QLatin1StringView code, const QString& message)
{
    return {.kind = ErrorKind::File, .message = message, .code = code};
}

// By the first bytes, as file(1) knows them.
std::optional<Error> findOtherFormat(const QByteArray& head)
{
    struct Mark
    {
        QByteArrayView bytes;
        QLatin1StringView code;
        QStringView message;
    };
    static constexpr std::array marks = {
        Mark{"\xD0\xCF\x11\xE0", "file.excel"_L1, u"This is an old Excel workbook."},
        Mark{"%PDF-", "file.pdf"_L1, u"This is a PDF document."},
        Mark{"\x1F\x8B", "file.archive"_L1, u"This is a file that was compressed twice."},
        Mark{"7z\xBC\xAF", "file.archive"_L1, u"This is a compressed file."},
        Mark{"Rar!", "file.archive"_L1, u"This is a compressed file."},
        Mark{"\x28\xB5\x2F\xFD", "file.archive"_L1, u"This is a compressed file."},
        Mark{"\x89PNG", "file.image"_L1, u"This is a picture."},
        Mark{"\xFF\xD8\xFF", "file.image"_L1, u"This is a picture."},
        Mark{"GIF8", "file.image"_L1, u"This is a picture."},
        Mark{"SQLite format 3", "file.database"_L1, u"This is a SQLite database."},
    };
    for (const Mark& mark : marks) {
        if (head.startsWith(mark.bytes))
            return notCsv(mark.code, mark.message.toString());
    }
    if (!head.startsWith("PK\x03\x04"))
        return std::nullopt;
    if (head.contains("xl/") || head.contains("[Content_Types].xml"))
        return notCsv("file.excel"_L1, u"This is an Excel workbook."_s);
    if (head.contains("opendocument.spreadsheet"))
        return notCsv("file.spreadsheet"_L1, u"This is a spreadsheet."_s);
    return notCsv("file.archive"_L1, u"This is a compressed file."_s);
}

struct Sample
{
    QStringList first;
    int records = 0;
    size_t width = 0;  ///< the most common number of fields
    double share = 0;  ///< of the records that have it
    qint64 faults = 0; ///< records, but for the last one of a head, that have one
    qint64 quoted = 0; ///< fields in quotes
    qint64 loose = 0;  ///< those of them with text behind the closing quote
};

Sample readSample(const QByteArray& head, bool isWhole, const CsvFormat& format)
{
    QBuffer device;
    device.setData(head);
    device.open(QIODevice::ReadOnly);
    CsvReader reader(device, format);
    Sample sample;
    std::map<size_t, int> widths;
    while (sample.records < sampleRecords) {
        const CsvRecord* record = reader.next();
        if (!record)
            break;
        // The last one may be torn.
        if (!isWhole && sample.records > 0 && reader.bytesDone() >= head.size() &&
            record->fault != CsvRecord::Fault::None)
            break;
        sample.faults += record->fault == CsvRecord::Fault::None ? 0 : 1;
        if (sample.records++ == 0) {
            for (const std::string_view field : record->fields)
                sample.first.append(QString::fromUtf8(field.data(), qsizetype(field.size())));
        }
        ++widths[record->fields.size()];
    }
    int most = 0;
    for (const auto& [width, count] : widths) {
        if (count >= most) {
            most = count;
            sample.width = width;
        }
    }
    sample.share = sample.records > 0 ? double(most) / sample.records : 0;
    sample.quoted = reader.quotedFields();
    sample.loose = reader.looseQuotes();
    return sample;
}

bool isBetter(const Sample& candidate, const Sample& best)
{
    if (candidate.width < 2)
        return false;
    if (best.width < 2)
        return true;
    // Commas or bars within the fields of another format split its rows unevenly.
    if (candidate.share != best.share)
        return candidate.share > best.share;
    return candidate.width > best.width;
}

// Backslashes and single quotes are told by what goes wrong without them.
void findQuotes(const QByteArray& head, bool isWhole, CsvFormat& format, Sample& best)
{
    CsvFormat tried = format;
    if (head.contains("\\\"") && best.loose + best.faults > 0) {
        tried.backslashEscapes = true;
        Sample sample = readSample(head, isWhole, tried);
        if (sample.loose + sample.faults < best.loose + best.faults) {
            format = tried;
            best = std::move(sample);
        }
    } else if (best.quoted == 0 && head.contains('\'')) {
        // An apostrophe begins some names, but it does not end them.
        tried.quote = '\'';
        Sample sample = readSample(head, isWhole, tried);
        if (sample.loose + sample.faults == 0 && sample.quoted * 2 >= sample.records) {
            format = tried;
            best = std::move(sample);
        }
    }
}

// Unset where it is no JSON.
std::optional<FileKind> jsonKind(const QByteArray& head, bool isWhole, const QByteArray& encoding)
{
    QBuffer device;
    device.setData(head);
    device.open(QIODevice::ReadOnly);
    TextSource source(device, encoding);
    std::string text;
    while (source.appendTo(text)) {
    }
    constexpr std::string_view blanks = " \t\r\n";
    const size_t first = text.find_first_not_of(blanks);
    if (first == std::string::npos || (text[first] != '{' && text[first] != '['))
        return std::nullopt;
    const size_t second = text.find_first_not_of(blanks, first + 1);
    const char inside = second == std::string::npos ? '\0' : text[second];
    if (text[first] == '[')
        return inside == '{' || inside == ']' ? std::optional(FileKind::Json) : std::nullopt;
    if (inside != '"' && inside != '}')
        return std::nullopt;
    // An object that ends with its line is JSON lines, if it is not all that there is.
    json::ObjectParser parser;
    if (parser.parse(text, first, isWhole) != json::ObjectParser::Outcome::Complete)
        return FileKind::Json;
    const std::string_view object = std::string_view(text).substr(first, parser.at() - first);
    const size_t next = text.find_first_not_of(" \t", parser.at());
    const bool endsLine = next != std::string::npos && (text[next] == '\n' || text[next] == '\r');
    const bool isAlone = text.find_first_not_of(blanks, parser.at()) == std::string::npos;
    return endsLine && !isAlone && object.find_first_of("\r\n") == std::string_view::npos
               ? FileKind::JsonLines
               : FileKind::Json;
}

} // namespace

bool looksLikeHeader(const QStringList& fields)
{
    if (!columns::match(fields).isEmpty())
        return true;
    return std::all_of(fields.begin(), fields.end(), [](const QString& field) {
        const bool dataLike = std::any_of(field.begin(), field.end(),
                                          [](QChar c) { return c == u'@' || c.isDigit(); });
        return !dataLike && !field.trimmed().isEmpty();
    });
}

Result<Sniffed> sniff(const QByteArray& head, bool isWhole)
{
    if (head.isEmpty())
        return notCsv("file.empty"_L1, u"The file is empty."_s);
    if (const auto other = findOtherFormat(head))
        return *other;
    const QByteArray encoding = findEncoding(head, isWhole);
    if (encoding.isEmpty())
        return notCsv("file.binary"_L1, u"This is no text file."_s);
    return sniff(head, isWhole, encoding);
}

Result<Sniffed> sniff(const QByteArray& head, bool isWhole, const QByteArray& encoding)
{
    if (const auto kind = jsonKind(head, isWhole, encoding))
        return Sniffed{.format = {.kind = *kind, .encoding = encoding}};
    CsvFormat format{.encoding = encoding};
    Sample best;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        CsvFormat tried = format;
        tried.delimiter = delimiter;
        Sample sample = readSample(head, isWhole, tried);
        if (delimiter == ',' || isBetter(sample, best)) {
            best = std::move(sample);
            format.delimiter = delimiter;
        }
    }
    if (best.records == 0)
        return notCsv("file.empty"_L1, u"The file is empty."_s);
    findQuotes(head, isWhole, format, best);
    format.hasHeader = looksLikeHeader(best.first);
    return Sniffed{.format = format,
                   .onlyHeader = format.hasHeader && best.records == 1 && isWhole};
}

} // namespace clientele::sniffer
