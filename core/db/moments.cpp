// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/moments.h"

namespace clientele::moments {

using namespace Qt::StringLiterals;

QString now(Engine engine)
{
    return engine == Engine::PostgreSql ? u"CURRENT_TIMESTAMP"_s
                                        : u"strftime('%Y-%m-%d %H:%M:%f', 'now')"_s;
}

// To the precision that the column's text has: a prefix sorts before what it begins.
QString text(Timestamp timestamp)
{
    QString text = timestamp.toDateTime().toString(u"yyyy-MM-dd HH:mm:ss"_s);
    const qint64 fraction = ((timestamp.microseconds % 1000000) + 1000000) % 1000000;
    if (fraction != 0) {
        text += u'.' + (fraction % 1000 == 0 ? u"%1"_s.arg(fraction / 1000, 3, 10, QChar(u'0'))
                                             : u"%1"_s.arg(fraction, 6, 10, QChar(u'0')));
    }
    return text;
}

QString expression(Engine engine, Timestamp timestamp, Statement& statement)
{
    if (engine == Engine::PostgreSql) {
        return u"(timestamptz 'epoch' + %1::bigint * interval '1 microsecond')"_s.arg(
            statement.bind(timestamp.microseconds));
    }
    return statement.bind(text(timestamp));
}

} // namespace clientele::moments
