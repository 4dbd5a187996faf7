// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/dotenv.h"

#include "core/config/pipefile.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace clientele {

namespace {

constexpr qint64 largestFile = 1 << 20;

/// Takes the text apart from left to right.
class Reader final
{
public:
    explicit Reader(const QString& text) : m_text(text) {}

    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_text.at(m_position); }

    /// The match's first group; nullopt, and nothing read, where it does not match here.
    std::optional<QString> take(const QRegularExpression& pattern)
    {
        const auto match = pattern.match(m_text, m_position, QRegularExpression::NormalMatch,
                                         QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return std::nullopt;
        m_line += lineEnds(match.capturedView(0));
        m_position = match.capturedEnd(0);
        return match.captured(1);
    }

    [[nodiscard]] int line() const { return m_line; }

private:
    static int lineEnds(QStringView text)
    {
        int count = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == u'\n' || (text[i] == u'\r' && text.mid(i + 1, 1) != u"\n"))
                ++count;
        }
        return count;
    }

    const QString& m_text;
    qsizetype m_position = 0;
    int m_line = 1;
};

QRegularExpression pattern(const QString& text)
{
    return QRegularExpression(text, QRegularExpression::UseUnicodePropertiesOption);
}

QString withoutEscapes(const QString& text, QStringView letters, QStringView meanings)
{
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == u'\\' && i + 1 < text.size();
        const qsizetype letter = escape ? letters.indexOf(text[i + 1]) : -1;
        plain += letter < 0 ? text[i] : meanings[letter];
        if (letter >= 0)
            ++i;
    }
    return plain;
}

/// What stands after "NAME="; nullopt where a quote is not closed.
std::optional<QString> takeValue(Reader& reader, bool blankBefore, bool& commented)
{
    static const auto singleQuoted = pattern(uR"('((?:\\'|[^'])*)')"_s);
    static const auto doubleQuoted = pattern(u"\"((?:\\\\\"|[^\"])*)\""_s);
    static const auto unquoted = pattern(uR"(([^\r\n]*))"_s);
    static const auto comment = pattern(uR"(\s+#.*)"_s);

    if (reader.peek() == u'\'') {
        const auto quoted = reader.take(singleQuoted);
        return quoted ? std::optional(withoutEscapes(*quoted, u"\\'", u"\\'")) : std::nullopt;
    }
    if (reader.peek() == u'"') {
        const auto quoted = reader.take(doubleQuoted);
        return quoted
                   ? std::optional(withoutEscapes(*quoted, u"\\'\"abfnrtv", u"\\'\"\a\b\f\n\r\t\v"))
                   : std::nullopt;
    }
    commented = blankBefore && reader.peek() == u'#';
    if (commented)
        return QString();
    QString value = *reader.take(unquoted);
    value.remove(comment);
    while (!value.isEmpty() && value.back().isSpace())
        value.chop(1);
    return value;
}

/// One entry; nullopt where the line is none. A comment gives an entry without a name. @p commented
/// is set where a comment stands in place of the value.
std::optional<DotEnv::Entry> takeEntry(Reader& reader, bool& commented)
{
    static const auto exportWord = pattern(uR"((?:export[^\S\r\n]+)?)"_s);
    static const auto quotedName = pattern(uR"('([^']+)')"_s);
    static const auto plainName = pattern(uR"(([^=#\s]+))"_s);
    static const auto blanks = pattern(uR"(([^\S\r\n]*))"_s);
    static const auto equals = pattern(uR"(=([^\S\r\n]*))"_s);
    static const auto lineEnd =
        pattern(uR"((?:[^\S\r\n]*#[^\r\n]*)?[^\S\r\n]*(?:\r\n|\n|\r|\z))"_s);

    DotEnv::Entry entry{.line = reader.line()};
    reader.take(exportWord);
    if (reader.peek() != u'#') {
        const auto name = reader.take(reader.peek() == u'\'' ? quotedName : plainName);
        if (!name)
            return std::nullopt;
        entry.name = *name;
    }
    reader.take(blanks);
    if (const auto gap = reader.take(equals)) {
        entry.value = takeValue(reader, !gap->isEmpty(), commented);
        if (!entry.value)
            return std::nullopt;
    }
    if (!reader.take(lineEnd))
        return std::nullopt;
    return entry;
}

QString interpolated(const QString& value, const QProcessEnvironment& process, const DotEnv& above)
{
    static const auto variable = pattern(uR"(\$\{([^\}:]*)(?::-([^\}]*))?\})"_s);
    QString result;
    qsizetype from = 0;
    for (auto it = variable.globalMatch(value); it.hasNext();) {
        const auto match = it.next();
        result += QStringView(value).sliced(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const QString name = match.captured(1);
        if (process.contains(name)) {
            result += process.value(name);
            continue;
        }
        const auto& entries = above.entries();
        const auto known = std::find_if(entries.rbegin(), entries.rend(),
                                        [&](const auto& entry) { return entry.name == name; });
        // A variable that is set to nothing is set: unlike a shell's, the default is not for it.
        result += known == entries.rend() ? match.captured(2) : known->value.value_or(QString());
    }
    result += QStringView(value).sliced(from);
    return result;
}

Result<QByteArray> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{.kind = ErrorKind::File, .message = file.errorString(), .subject = path};
    return file.read(largestFile + 1);
}

} // namespace

DotEnv DotEnv::parse(const QString& text, const QProcessEnvironment& process)
{
    static const auto gap = pattern(uR"(\s*)"_s);
    static const auto restOfLine = pattern(uR"([^\r\n]*(?:\r\n|\r|\n)?)"_s);

    const QString content = text.startsWith(QChar::ByteOrderMark) ? text.sliced(1) : text;
    Reader reader(content);
    DotEnv file;
    while (reader.take(gap), !reader.atEnd()) {
        const int line = reader.line();
        bool commented = false;
        auto entry = takeEntry(reader, commented);
        if (!entry) {
            reader.take(restOfLine);
            file.m_warnings << u"line %1: this is not NAME=value, and was left out"_s.arg(line);
            continue;
        }
        if (entry->name.isEmpty())
            continue;
        if (commented)
            file.m_warnings
                << u"line %1: %2 is empty, for a comment stands in place of its value; put it in "
                   "quotes if it is the value"_s.arg(QString::number(line), entry->name);
        if (entry->value)
            entry->value = interpolated(*entry->value, process, file);
        const bool again =
            std::any_of(file.m_entries.cbegin(), file.m_entries.cend(),
                        [&](const Entry& other) { return other.name == entry->name; });
        if (again)
            file.m_warnings << u"line %1: %2 is set a second time; this one counts"_s.arg(
                QString::number(line), entry->name);
        file.m_entries << *entry;
    }
    return file;
}

Result<DotEnv> DotEnv::read(const QString& path, const QProcessEnvironment& process)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{
            .kind = ErrorKind::NotFound, .message = u"There is no such file."_s, .subject = path};
    const bool isPipe = !info.isFile() && !info.isDir();
    const auto bytes = isPipe ? readPipe(path, largestFile + 1) : readFile(path);
    if (!bytes)
        return bytes.error();
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(*bytes);
    if (decoder.hasError() || bytes->size() > largestFile)
        return Error{.kind = ErrorKind::File,
                     .message = u"This is not a .env file: it is not text in UTF-8."_s,
                     .subject = path};
    return parse(text, process);
}

std::optional<DotEnv::Entry> DotEnv::last(const QString& name) const
{
    const auto entry = std::find_if(m_entries.crbegin(), m_entries.crend(),
                                    [&](const Entry& one) { return one.name == name; });
    return entry == m_entries.crend() || !entry->value ? std::nullopt : std::optional(*entry);
}

std::optional<QString> DotEnv::value(const QString& name) const
{
    const auto entry = last(name);
    return entry ? entry->value : std::nullopt;
}

int DotEnv::line(const QString& name) const
{
    const auto entry = last(name);
    return entry ? entry->line : 0;
}

} // namespace clientele
