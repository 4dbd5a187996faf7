// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/connectionsettings.h"
#include "tests/support/pgbouncer.h"
#include "tests/support/postgresserver.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>

namespace clientele::testing {

/// The engines and tables that one test source runs on. As a test program's global data:
///
///     void initTestCase_data() { EngineFixture::addRows(); }
///     void init() { QFETCH_GLOBAL(QString, engine); m_settings = m_fixture.fresh(engine); }
class EngineFixture final
{
public:
    /// "sqlite", "sqlite-guide", "postgresql", "postgresql-guide", "postgresql-orm", "pgbouncer".
    static void addRows();

    /// An empty book with its table made: ours at the newest revision, the guide's as its SQL makes
    /// it, or as its ORM model does. Servers start with the first one that needs them.
    ConnectionSettings fresh(const QString& engine);
    /// The same, but the book of the last call with its customers thrown out: quicker.
    ConnectionSettings emptied(const QString& engine);
    /// A database without a table.
    ConnectionSettings empty(const QString& engine);

    [[nodiscard]] PostgresServer& server();

    static const char* guideTable();
    static const char* ormTable();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<PgBouncer> m_bouncer;
    QHash<QString, ConnectionSettings> m_reused;
    int m_books = 0;
};

} // namespace clientele::testing
