// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/connectiontest.h"

#include "core/background.h"
#include "core/services/connectiontester.h"

#include <algorithm>

namespace clientele {

bool ConnectionReport::passed() const
{
    return !checks.isEmpty() &&
           std::none_of(checks.cbegin(), checks.cend(), [](const ConnectionCheck& check) {
               return check.verdict == ConnectionCheck::Verdict::Failed;
           });
}

Task<ConnectionReport> testConnection(const ConnectionSettings& settings, const QString& password)
{
    return runInBackground<ConnectionReport>([settings, password](Cancellation& cancellation) {
        return ConnectionTester(settings, password).run(cancellation);
    });
}

QString stepName(ConnectionCheck::Step step)
{
    return ConnectionTester::nameOf(step);
}

} // namespace clientele
