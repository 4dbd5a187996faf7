// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/exportingtest.h"

#include "core/db/connect.h"
#include "core/services/exportjob.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

namespace clientele::testing {

using namespace Qt::StringLiterals;

void ExportingTest::begin(const QString& engine)
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_book.reset();
    m_book = std::make_unique<Book>(m_fixture.emptied(engine), QString());
    QVERIFY(m_book->open().wait());
    QVERIFY(m_book
                ->bulkCreate({{.name = u"Emma \"E\" Chen, Ltd."_s,
                               .email = u"emma@example.com"_s,
                               .phone = u""_s},
                              {.name = u"陳\nof two lines"_s, .email = u"chen@example.com"_s},
                              {.name = u"David"_s,
                               .email = u"david@example.com"_s,
                               .phone = u"555"_s,
                               .isActive = false}})
                .wait());
}

std::optional<Error> ExportingTest::exportTo(const QString& name, ExportFormat format,
                                             const CustomerQuery& query)
{
    return run({.file = name, .style = {.format = format}, .query = query, .expectedRows = 3});
}

std::optional<Error> ExportingTest::run(const ExportPlan& plan)
{
    ExportJob job(*m_book, plan);
    QSignalSpy finished(&job, &Job::finished);
    if (!QTest::qWaitFor([&] { return !finished.isEmpty(); }, 60'000))
        qFatal("The export does not end");
    return job.error();
}

void ExportingTest::fill(int count)
{
    const auto session = connectTo(m_book->settings(), {});
    QVERIFY(session);
    QVERIFY((*session)->executeWrite(
        u"INSERT INTO customer (name, email, is_active)"
        " WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)"
        " SELECT '%2', 'somebody.' || i || '@example.com', true FROM n"_s.arg(
            QString::number(count), u"Somebody "_s + QString(220, u'x'))));
}

QByteArray ExportingTest::content(const QString& name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

QStringList ExportingTest::files() const
{
    return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden);
}

} // namespace clientele::testing
