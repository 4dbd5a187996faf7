// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace clientele::ctl {

namespace {

const QString usageCode = u"usage"_s;

/// "-1", as in steps back.
bool isNumber(const QString& word)
{
    bool ok = false;
    (void)word.toLongLong(&ok);
    return ok;
}

} // namespace

Error usageError(const QString& sentence)
{
    return {.kind = ErrorKind::InvalidInput, .message = sentence, .code = usageCode};
}

bool isUsageError(const Error& error)
{
    return error.kind == ErrorKind::InvalidInput && error.code == usageCode;
}

Result<Arguments> Arguments::parse(const QStringList& words, const QList<OptionSpec>& specs,
                                   bool untilFirstWord)
{
    Arguments arguments;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        if (word == u"--") {
            arguments.m_words << words.sliced(i + 1);
            break;
        }
        if (!word.startsWith(u'-') || word == u"-" || isNumber(word)) {
            if (untilFirstWord) {
                arguments.m_rest = words.sliced(i);
                break;
            }
            arguments.m_words << word;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString typed = word.left(equals < 0 ? word.size() : equals);
        const QString name = typed == u"-h" ? u"help"_s : typed.mid(2);
        const auto spec = std::find_if(specs.cbegin(), specs.cend(), [&](const OptionSpec& one) {
            return one.name == name && (typed.startsWith(u"--"_s) || typed == u"-h");
        });
        if (spec == specs.cend())
            return usageError(u"There is no option %1 here."_s.arg(typed));
        if (spec->valueName.isEmpty() && equals >= 0)
            return usageError(u"%1 takes no value."_s.arg(typed));
        if (arguments.has(name) && !spec->repeated && !spec->valueName.isEmpty())
            return usageError(u"%1 is given twice."_s.arg(typed));
        if (spec->valueName.isEmpty()) {
            arguments.m_values[name] << QString();
        } else if (equals >= 0) {
            arguments.m_values[name] << word.sliced(equals + 1);
        } else if (i + 1 < words.size()) {
            arguments.m_values[name] << words[++i];
        } else {
            return usageError(u"%1 needs a value: %1 %2."_s.arg(typed, spec->valueName));
        }
    }
    return arguments;
}

std::optional<QString> Arguments::value(const QString& option) const
{
    return has(option) ? std::optional(m_values[option].last()) : std::nullopt;
}

Result<> Arguments::merge(const Arguments& other)
{
    for (auto it = other.m_values.cbegin(); it != other.m_values.cend(); ++it) {
        if (has(it.key()) && !it->first().isNull())
            return usageError(u"--%1 is given twice."_s.arg(it.key()));
        m_values.insert(it.key(), it.value());
    }
    m_words << other.m_words;
    return {};
}

Result<> Arguments::atMostOneOf(const QStringList& options) const
{
    QStringList given;
    for (const QString& option : options) {
        if (has(option))
            given << u"--"_s + option;
    }
    if (given.size() > 1)
        return usageError(u"Only one of %1 can be given."_s.arg(given.join(u" and "_s)));
    return {};
}

Result<qint64> Arguments::number(const QString& option, qint64 byDefault, qint64 least) const
{
    const auto text = value(option);
    if (!text)
        return byDefault;
    bool ok = false;
    const qint64 number = text->toLongLong(&ok);
    if (!ok || number < least)
        return usageError(u"--%1 takes a whole number from %2 on, not \"%3\"."_s.arg(
            option, QString::number(least), *text));
    return number;
}

Result<char> delimiterFrom(const QString& word)
{
    if (word == u"tab" || word == u"\\t")
        return '\t';
    if (word.size() != 1 || !u",;\t|"_s.contains(word))
        return usageError(u"--delimiter takes a comma, a semicolon, a bar or the word tab."_s);
    return word.front().toLatin1();
}

} // namespace clientele::ctl
