// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvsniffer.h"

#include "core/io/columnmatcher.h"
#include "core/io/csvreader.h"

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
        Mark{"\x1F\x8B", "file.archive"_L1, u"This is a compressed file."},
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

QByteArray encodingOfMark(const QByteArray& head)
{
    // UTF-32's mark begins with UTF-16's, so it goes first.
    if (head.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)))
        return "UTF-32LE";
    if (head.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        return "UTF-32BE";
    if (head.startsWith("\xFF\xFE"))
        return "UTF-16LE";
    if (head.startsWith("\xFE\xFF"))
        return "UTF-16BE";
    if (head.startsWith("\xEF\xBB\xBF"))
        return "UTF-8";
    return {};
}

// UTF-16 without a mark: most text has characters below U+0100, whose other byte is 0.
QByteArray encodingOfZeros(const QByteArray& head)
{
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < head.size(); ++i)
        zeros[size_t(i % 2)] += head[i] == '\0' ? 1 : 0;
    const qsizetype half = head.size() / 2;
    if (zeros[1] > half * 2 / 5 && zeros[0] <= half / 50)
        return "UTF-16LE";
    if (zeros[0] > half * 2 / 5 && zeros[1] <= half / 50)
        return "UTF-16BE";
    return {};
}

// UTF-8, unless more in it speaks against that than for it; a torn character at the end does not
// count.
bool looksLikeUtf8(QByteArrayView text, bool isWhole)
{
    if (QUtf8StringView(text.data(), text.size()).isValidUtf8())
        return true;
    qsizetype good = 0;
    qsizetype bad = 0;
    for (qsizetype i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const int length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        if (i + length > text.size() && !isWhole)
            break;
        if (length == 1) {
            ++i;
        } else if (byte >= 0xC2 && i + length <= text.size() &&
                   QUtf8StringView(text.data() + i, length).isValidUtf8()) {
            ++good;
            i += length;
        } else {
            ++bad;
            ++i;
        }
    }
    return bad == 0 || good > bad;
}

Result<QByteArray> findEncoding(const QByteArray& head, bool isWhole)
{
    if (const QByteArray marked = encodingOfMark(head); !marked.isEmpty())
        return marked;
    if (const auto other = findOtherFormat(head))
        return *other;
    if (head.contains('\0')) {
        if (const QByteArray wide = encodingOfZeros(head); !wide.isEmpty())
            return wide;
        // A stray zero in a text is a fault of its row; a file full of them is none.
        if (head.count('\0') > head.size() / 1000)
            return notCsv("file.binary"_L1, u"This is no text file."_s);
    }
    return QByteArray(looksLikeUtf8(head, isWhole) ? "UTF-8" : "windows-1252");
}

struct Sample
{
    QStringList first;
    int records = 0;
    size_t width = 0; ///< the most common number of fields
    double share = 0; ///< of the records that have it
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
    const auto encoding = findEncoding(head, isWhole);
    if (!encoding)
        return encoding.error();
    return sniff(head, isWhole, *encoding);
}

Result<Sniffed> sniff(const QByteArray& head, bool isWhole, const QByteArray& encoding)
{
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
    format.hasHeader = looksLikeHeader(best.first);
    return Sniffed{.format = format,
                   .onlyHeader = format.hasHeader && best.records == 1 && isWhole};
}

} // namespace clientele::sniffer
