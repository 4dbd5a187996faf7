// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/legacyencodings.h"

#include <QStringDecoder>

#include <array>
#include <optional>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sampleBytes = 32 * 1024;

/// What a code page is used for, the likelier before the others.
struct Usage
{
    const char* encoding;
    QStringView common; ///< the letters beyond ASCII that are met all the time, in lower case
    QStringView rare;   ///< those that are met at times
    double weight = 1;  ///< less where it is a mix of languages
};

constexpr QStringView western = u"äöüßéèêëàâçîïôùûñáíóúãõåæøìò";
constexpr QStringView central = u"ąćęłńóśźżáčďéěíňřšťúůýžőűăâîşţđäöüßľ";
constexpr QStringView german = u"äöüß";
constexpr QStringView french = u"éèêàçâîôëïùûœ";
constexpr QStringView spanish = u"áéíóúñü";
constexpr QStringView polish = u"ąćęłńóśźż";
constexpr QStringView czech = u"áčďéěíňóřšťúůýž";
constexpr QStringView russian = u"оеаинтсрвлкм";
constexpr QStringView cyrillic = u"дпуягьйзбчшхюжцщфэъёыіїєґўјљњћџђ";

constexpr std::array usages = {
    Usage{"windows-1252", german, {}},
    Usage{"windows-1252", french, {}},
    Usage{"windows-1252", spanish, {}},
    Usage{"windows-1252", u"ãõáâéêíóúçà", {}},
    Usage{"windows-1252", u"åäöæøé", {}},
    Usage{"windows-1252", u"àèéìòù", {}},
    Usage{"windows-1252", western, {}, 0.9},
    Usage{"windows-1250", polish, {}},
    Usage{"windows-1250", czech, {}},
    Usage{"windows-1250", u"áäčďéíľňóôŕšťúýž", {}},
    Usage{"windows-1250", u"áéíóöőúüű", {}},
    Usage{"windows-1250", u"ăâîşţ", {}},
    Usage{"windows-1250", u"čćđšž", {}},
    Usage{"windows-1250", central, {}, 0.8},
    Usage{"windows-1254", u"çğıöşüâİ", {}},
    Usage{"windows-1252", u"áðéíóúýþæö", {}},
    Usage{"windows-1257", u"ąčęėįšųūž", {}},
    Usage{"windows-1257", u"āčēģīķļņšūž", {}},
    Usage{"ISO-8859-2", polish, {}, 0.98},
    Usage{"ISO-8859-2", czech, {}, 0.98},
    Usage{"IBM850", western, {}, 0.85},
    Usage{"macintosh", western, {}, 0.85},
    Usage{"windows-1251", russian, cyrillic},
    Usage{"KOI8-R", russian, cyrillic},
    Usage{"IBM866", russian, cyrillic, 0.95},
    Usage{"windows-1253", u"αοιετσνηυρπκςλάίόέ", u"βγδζθμξφχψωήύώϊϋΐΰ"},
    Usage{"windows-1255", u"יוהלארמשתנב", u"גדזחטךכםןסעףפץצק"},
    Usage{"windows-1256", u"اليمونرتبهدعس", u"آأإئءةثجحخذزشصضطظغفقكؤىپچژگ"},
    Usage{"windows-874", u"านรอกเงมยลวดทสต่้ัีิ", u"ขคจชซณถธนบปผพภศษหฬฮะาำืุูแโใไ็์ฐญฎฏฉฟฝ"},
};

bool isMark(char16_t c)
{
    constexpr QStringView marks = u"“”‘’„‚–—…€£©®°§«»·•™´\u00A0\u00AD№，。、・（）「」";
    return marks.contains(c);
}

bool isUndefined(char16_t c)
{
    return c == 0xFFFD || c == 0x1A || (c >= 0x80 && c < 0xA0) || (c >= 0xE000 && c < 0xF900);
}

double worth(const Usage& usage, QStringView text, qsizetype at)
{
    const QChar c = text[at];
    const QChar before = at > 0 ? text[at - 1] : QChar(u' ');
    const QChar after = at + 1 < text.size() ? text[at + 1] : QChar(u' ');
    const bool inWord = before.isLetter() || after.isLetter();
    if (isUndefined(c.unicode()))
        return -10;
    if (isMark(c.unicode()))
        return before.isLetter() && after.isLetter() && c != u'’' ? -2 : 0;
    if (!c.isLetter() && !c.isMark())
        return inWord ? -2 : -0.5;
    // A letter alone may as well be a sign of another code page: a euro, a degree.
    if (!inWord)
        return 0;
    const QChar lower = c.toLower();
    double value = usage.common.contains(lower) || usage.common.contains(c) ? usage.weight
                   : usage.rare.contains(lower)                             ? usage.weight * 0.4
                                                                            : -0.5;
    // No word goes on in capitals, or in another script.
    if (before.isLower() && c.isUpper())
        value -= 1;
    const bool latin = c.script() == QChar::Script_Latin;
    for (const QChar next : {before, after}) {
        const bool ascii = next.unicode() < 0x80;
        if (next.isLetter() && !latin && ascii)
            value -= 1;
        else if (next.isLetter() && latin && !ascii)
            value -= 0.35;
    }
    return value;
}

/// How much the words look like words, at most 1.
double score(const Usage& usage, QStringView text)
{
    double sum = 0;
    qsizetype count = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at].unicode() < 0x80 && text[at].unicode() != 0x1A)
            continue;
        sum += worth(usage, text, at);
        ++count;
    }
    return count > 0 ? sum / double(count) : 0;
}

using Bytes = std::basic_string_view<unsigned char>;

constexpr bool isIn(unsigned char byte, unsigned char from, unsigned char to)
{
    return byte >= from && byte <= to;
}

/// A character of several bytes that a text begins with.
struct Wide
{
    int length = 0; ///< 0 where there is none
    bool isCommon = false;
};

Wide shiftJis(unsigned char lead, unsigned char trail)
{
    if (isIn(lead, 0xA1, 0xDF))
        return {1, false};
    if (!(isIn(lead, 0x81, 0x9F) || isIn(lead, 0xE0, 0xFC)) || trail < 0x40 || trail == 0x7F ||
        trail > 0xFC)
        return {};
    return {2, isIn(lead, 0x81, 0x83) || isIn(lead, 0x88, 0x97)};
}

Wide eucJp(unsigned char lead, unsigned char trail)
{
    if (!isIn(trail, 0xA1, 0xFE) || !(lead == 0x8E || isIn(lead, 0xA1, 0xFE)))
        return {};
    return {2, lead == 0xA1 || lead == 0xA4 || lead == 0xA5 || isIn(lead, 0xB0, 0xCF)};
}

Wide eucKr(unsigned char lead, unsigned char trail)
{
    if (!isIn(lead, 0x81, 0xFE) ||
        !(isIn(trail, 0x41, 0x5A) || isIn(trail, 0x61, 0x7A) || isIn(trail, 0x81, 0xFE)))
        return {};
    return {2, isIn(lead, 0xB0, 0xC8) && trail >= 0xA1};
}

Wide gb18030(unsigned char lead, unsigned char trail)
{
    if (!isIn(lead, 0x81, 0xFE) || trail < 0x40 || trail == 0x7F || trail > 0xFE)
        return {};
    return {2, isIn(lead, 0xB0, 0xD7) && trail >= 0xA1};
}

Wide big5(unsigned char lead, unsigned char trail)
{
    if (!isIn(lead, 0xA1, 0xF9) || !(isIn(trail, 0x40, 0x7E) || isIn(trail, 0xA1, 0xFE)))
        return {};
    return {2, isIn(lead, 0xA4, 0xC6)};
}

struct WideUsage
{
    const char* encoding;
    Wide (*read)(unsigned char, unsigned char);
};

// Where two are as good, the first: a text in Korean alone is all common in GB18030 too.
constexpr std::array wideUsages = {
    WideUsage{"Shift_JIS", shiftJis}, WideUsage{"EUC-KR", eucKr}, WideUsage{"EUC-JP", eucJp},
    WideUsage{"GB18030", gb18030},    WideUsage{"Big5", big5},
};

double score(const WideUsage& usage, const QByteArray& text)
{
    const auto byteAt = [&text](qsizetype at) {
        return at >= 0 && at < text.size() ? static_cast<unsigned char>(text[at]) : '\n';
    };
    const auto isLatin = [](unsigned char byte) { return isIn(byte | 0x20, 'a', 'z'); };
    double sum = 0;
    qsizetype count = 0;
    qsizetype kana = 0;
    for (qsizetype at = 0; at < text.size();) {
        if (byteAt(at) < 0x80) {
            ++at;
            continue;
        }
        const Wide wide = usage.read(byteAt(at), byteAt(at + 1));
        ++count;
        kana += isIn(byteAt(at), 0xA4, 0xA5) ? 1 : 0;
        if (wide.length == 0) {
            sum -= 4;
            ++at;
            continue;
        }
        sum += wide.isCommon ? 1 : 0;
        sum -= isLatin(byteAt(at - 1)) || isLatin(byteAt(at + wide.length)) ? 1 : 0;
        at += wide.length;
    }
    // Without kana a text in EUC-JP cannot be told from Chinese.
    if (usage.read == eucJp && kana * 10 < count)
        return 0;
    return count > 0 ? sum / double(count) : 0;
}

/// The lines that are not ASCII, as many as are needed.
QByteArray sampleOf(const QByteArray& head)
{
    QByteArray sample;
    for (qsizetype begin = 0; begin < head.size() && sample.size() < sampleBytes;) {
        qsizetype end = head.indexOf('\n', begin);
        if (end < 0) {
            // The last line may end within a character.
            if (!sample.isEmpty())
                break;
            end = head.size();
        }
        const auto line = QByteArrayView(head)
                              .sliced(begin, end - begin)
                              .first(std::min(end - begin, sampleBytes));
        if (std::any_of(line.begin(), line.end(), [](char c) { return (c & 0x80) != 0; }))
            sample.append(line).append('\n');
        begin = end + 1;
    }
    return sample;
}

} // namespace

QByteArray guessLegacyEncoding(const QByteArray& head)
{
    const QByteArray sample = sampleOf(head);
    QByteArray best = "windows-1252";
    double bestScore = 0;
    const auto consider = [&](const char* encoding, double found) {
        if (found > bestScore + 1e-6) {
            bestScore = found;
            best = encoding;
        }
    };
    const char* decoded = nullptr;
    QString text;
    for (const Usage& usage : usages) {
        if (decoded == nullptr || qstrcmp(decoded, usage.encoding) != 0) {
            QStringDecoder decoder(usage.encoding);
            if (!decoder.isValid())
                continue;
            decoded = usage.encoding;
            text = decoder(sample);
        }
        consider(usage.encoding, score(usage, text));
    }
    for (const WideUsage& usage : wideUsages) {
        if (QStringDecoder(usage.encoding).isValid())
            consider(usage.encoding, score(usage, sample));
    }
    return best;
}

} // namespace clientele
