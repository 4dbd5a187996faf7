// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/echo.h"

#include <QLoggingCategory>

namespace clientele {

using namespace Qt::StringLiterals;

void applyEcho(const Environment& environment)
{
    const QString& level = environment.logLevel;
    QStringList rules;
    if (environment.debug || level == u"DEBUG")
        rules = {u"clientele.sql.debug=true"_s, u"clientele.pool.debug=true"_s,
                 u"clientele.*.info=true"_s};
    else if (level == u"INFO")
        rules = {u"clientele.*.info=true"_s};
    else if (level == u"ERROR" || level == u"CRITICAL")
        rules = {u"clientele.*.warning=false"_s};
    if (!rules.isEmpty())
        QLoggingCategory::setFilterRules(rules.join(u'\n'));
}

} // namespace clientele
