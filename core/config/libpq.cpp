// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/libpq.h"

#include <libpq-fe.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace clientele::libpq {

using namespace Qt::StringLiterals;

namespace {

using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

/// Letters to put in, take out or change to make one of the other.
int distance(const QString& a, const QString& b)
{
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i));
        for (size_t j = 1; j < row.size(); ++j) {
            const bool same = a[i - 1] == b[static_cast<qsizetype>(j) - 1];
            const int best = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (same ? 0 : 1)});
            diagonal = std::exchange(row[j], best);
        }
    }
    return row.back();
}

/// The library names it too, but in words that are translated, and with others that may be parts of
/// a password.
QString unknownKeywordIn(const QByteArray& url)
{
    const qsizetype question = url.lastIndexOf('?');
    const QByteArray query = question < 0 ? QByteArray() : url.sliced(question + 1);
    if (query.contains('@'))
        return {};
    for (const QByteArray& parameter : query.split('&')) {
        const qsizetype equals = parameter.indexOf('=');
        QString name = QString::fromUtf8(parameter.left(qMax<qsizetype>(equals, 0)));
        if (!name.isEmpty() && !name.contains(u'%') && !isKeyword(name))
            return name;
    }
    return {};
}

} // namespace

const QList<Keyword>& keywords()
{
    static const QList<Keyword> known = [] {
        QList<Keyword> list;
        const Options options(PQconndefaults(), &PQconninfoFree);
        for (const PQconninfoOption* option = options.get(); option && option->keyword; ++option) {
            Keyword keyword{.name = QString::fromLatin1(option->keyword),
                            .variable = QString::fromLatin1(option->envvar),
                            .byDefault = QString::fromLocal8Bit(option->compiled)};
            // Worked out when it is asked for, unless the environment says otherwise.
            if (keyword.name == u"user" && !qEnvironmentVariableIsSet("PGUSER"))
                keyword.byDefault = QString::fromLocal8Bit(option->val);
            list << keyword;
        }
        return list;
    }();
    return known;
}

bool isKeyword(const QString& name)
{
    return std::any_of(keywords().cbegin(), keywords().cend(),
                       [&](const Keyword& keyword) { return keyword.name == name; });
}

bool isSecret(const QString& name)
{
    return name == u"password" || name == u"sslpassword";
}

QString nearestKeyword(const QString& name)
{
    const QString wanted = name.toLower();
    QString nearest;
    int least = 1 + static_cast<int>(qMax<qsizetype>(2, name.size() / 3));
    for (const Keyword& keyword : keywords()) {
        const bool begins = wanted.size() > 2 && keyword.name.startsWith(wanted);
        const int far = begins ? 1 : distance(wanted, keyword.name);
        if (far < least) {
            least = far;
            nearest = keyword.name;
        }
    }
    return nearest;
}

const QList<QString>& sslModes()
{
    static const QList<QString> modes{u"disable"_s, u"allow"_s,     u"prefer"_s,
                                      u"require"_s, u"verify-ca"_s, u"verify-full"_s};
    return modes;
}

Parsed parseUrl(const QByteArray& url)
{
    char* message = nullptr;
    const Options options(PQconninfoParse(url.constData(), &message), &PQconninfoFree);
    PQfreemem(message);
    Parsed parsed{.ok = options != nullptr};
    if (!parsed.ok) {
        parsed.unknownKeyword = unknownKeywordIn(url);
        return parsed;
    }
    for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
        if (option->val && *option->val)
            parsed.values.insert(QString::fromLatin1(option->keyword),
                                 QString::fromUtf8(option->val));
    }
    return parsed;
}

} // namespace clientele::libpq
