// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/lostsession.h"

#include <array>
#include <thread>

namespace clientele {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Process ids come back: only together with the moment of its start is one a certain session's.
const auto isThere = u"FROM pg_stat_get_activity($1::int) WHERE backend_start::text = $2"_s;

} // namespace

Result<bool> endLost(Session& session, const QString& identity)
{
    if (session.engine() == Engine::Sqlite)
        return true; // its file is closed, and what was not committed is gone with it
    const QString pid = identity.section(u'@', 0, 0);
    const QString start = identity.section(u'@', 1);
    if (start.isEmpty())
        return false;
    const std::array parameters = {Value(pid), Value(start)};
    for (int look = 0; look < 100; ++look) {
        auto rows = session.execute(u"SELECT count(*) "_s + isThere, parameters);
        if (!rows)
            return rows.error().kind == ErrorKind::ConnectionLost ? Result<bool>(rows.error())
                                                                  : Result<bool>(false);
        if (rows->at(0).integer(0) == 0)
            return true;
        if (look == 0) {
            // Refused to some roles; the session then ends by itself as it notices its broken line.
            if (auto ended = session.execute(u"SELECT pg_terminate_backend($1::int) "_s + isThere,
                                             parameters);
                !ended && ended.error().kind == ErrorKind::ConnectionLost)
                return ended.error();
        }
        std::this_thread::sleep_for(20ms);
    }
    return false;
}

} // namespace clientele
