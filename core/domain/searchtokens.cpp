// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchtokens.h"

#include <QStringList>

#include <algorithm>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// Where the white space that @p at stands in ends.
qsizetype pastBlanks(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

qsizetype pastWord(QStringView text, qsizetype at)
{
    while (at < text.size() && !text[at].isSpace())
        ++at;
    return at;
}

/// The name of the filter that stands at the start of @p text; empty where none does.
QString filterName(QStringView text)
{
    static const QStringList names{u"active"_s,  u"name"_s,    u"email"_s, u"phone"_s,
                                   u"created"_s, u"updated"_s, u"id"_s};
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return {};
    const QString name = text.left(colon).toString().toLower();
    return names.contains(name) ? name : QString();
}

/// Reads what stands in quotes from @p at on, and returns where it ends.
qsizetype readQuoted(QStringView text, qsizetype at, QString& value)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == u'"') {
            if (at + 1 == text.size() || text[at + 1] != u'"')
                return at + 1;
            ++at;
        }
        // Fields are kept apart by line breaks where they are searched.
        value += text[at] == u'\n' ? QChar(u' ') : text[at];
    }
    return at;
}

SearchToken readToken(QStringView text, qsizetype start)
{
    SearchToken token{.start = start};
    qsizetype at = start;
    const qsizetype wordEnd = pastWord(text, start);
    const bool dashesOnly =
        std::ranges::all_of(text.mid(start, wordEnd - start), [](QChar c) { return c == u'-'; });
    if (text[at] == u'-' && !dashesOnly) {
        token.minus = true;
        ++at;
    }
    token.name = filterName(text.mid(at, wordEnd - at));
    if (!token.name.isEmpty())
        at += token.name.size() + 1;
    if (at < text.size() && text[at] == u'"') {
        token.quoted = true;
        at = readQuoted(text, at, token.value);
    } else {
        token.value = text.mid(at, wordEnd - at).toString();
        at = wordEnd;
    }
    token.length = at - start;
    return token;
}

} // namespace

QList<SearchToken> SearchToken::split(QStringView text)
{
    QList<SearchToken> tokens;
    for (qsizetype at = pastBlanks(text, 0); at < text.size(); at = pastBlanks(text, at)) {
        tokens += readToken(text, at);
        at += tokens.back().length;
    }
    return tokens;
}

QString SearchToken::quotedWhereNeeded(const QString& value)
{
    const bool plain =
        !value.startsWith(u'"') && std::ranges::none_of(value, [](QChar c) { return c.isSpace(); });
    if (plain)
        return value;
    return u'"' + QString(value).replace(u'"', u"\"\""_s) + u'"';
}

} // namespace clientele
