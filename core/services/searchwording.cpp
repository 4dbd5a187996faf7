// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/searchwording.h"

#include <QCoreApplication>

namespace clientele::wording {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

} // namespace

QString sentence(const SearchProblem& problem)
{
    using enum SearchProblem::Kind;
    switch (problem.kind) {
    case NotYesOrNo:
        return Words::tr("“%1” is neither yes nor no. Write active:yes or active:no.")
            .arg(problem.token);
    case NotADate:
        return Words::tr(
                   "“%1” names no time. Write a year, a month or a day (created:2024, "
                   "created:2024-05, created:2024-05-17), a span (created:2024-05..2024-07, "
                   "updated:>=2024) or how long ago it was (updated:<7d, with h, d, w, m or y).")
            .arg(problem.token);
    case NotANumber:
        return Words::tr("“%1” names no customer's number. Write id:42, or several: id:42,57.")
            .arg(problem.token);
    }
    return {};
}

} // namespace clientele::wording
