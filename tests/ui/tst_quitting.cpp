// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does when it is closed while an import runs.
#include "core/services/importjob.h"
#include "tests/ui/desk.h"
#include "ui/importing/jobs.h"

#include <QFile>
#include <QTemporaryDir>

using namespace clientele;
using namespace clientele::testing;

class QuittingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_scheme = new SchemeController(*qApp); }
    void init();
    void cleanup() { m_desk.reset(); }
    void goesOn();
    void waitsForWhatRuns();
    void stopsWhatRuns();
    void asksNothingWhereNothingRuns();

private:
    SchemeController* m_scheme = nullptr;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;

    void close(const QString& answer) const;
    std::shared_ptr<ImportJob> startPaused() const;
};

void QuittingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const ConnectionSettings settings{.file = m_folder->filePath(u"book.db"_s)};
    {
        Book book(settings, {});
        QVERIFY(book.open().wait());
    }
    m_desk = std::make_unique<Desk>(m_folder->path(), *m_scheme, settings);
    QTRY_VERIFY(m_desk->ready());
}

/// An import that has not got to its end for certain.
std::shared_ptr<ImportJob> QuittingTest::startPaused() const
{
    QFile file(m_folder->filePath(u"many.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("The test's file cannot be written");
    file.write("name,email\n");
    for (int i = 0; i < 20'000; ++i)
        file.write("N,p" + QByteArray::number(i) + "@example.com\n");
    file.close();
    const ImportPlan plan{
        .file = file.fileName(),
        .mapping = {{CustomerField::Name, {u"name"_s}}, {CustomerField::Email, {u"email"_s}}}};
    auto job = std::make_shared<ImportJob>(*m_desk->window.session().book(), plan);
    job->setPaused(true);
    m_desk->window.jobs().add(job);
    return job;
}

void QuittingTest::close(const QString& answer) const
{
    m_desk->window.close();
    QVERIFY(m_desk->window.isVisible());
    QTRY_VERIFY(m_desk->shows(u"leaveQuestion"_s));
    QCOMPARE(m_desk->label(u"questionTitle"_s), u"Import of many.csv is still running"_s);
    m_desk->find<QPushButton>(answer)->click();
}

void QuittingTest::goesOn()
{
    const auto job = startPaused();
    close(u"cancelButton"_s);
    QTRY_VERIFY(!m_desk->shows(u"leaveQuestion"_s));
    QVERIFY(m_desk->window.isVisible());
    QVERIFY(!job->isFinished());
    job->setPaused(false);
    QTRY_VERIFY(job->isFinished());
    QCOMPARE(job->importReport().created, 20'000);
    QVERIFY(m_desk->window.isVisible());
}

void QuittingTest::waitsForWhatRuns()
{
    const auto job = startPaused();
    close(u"acceptButton"_s);
    QTRY_VERIFY(!m_desk->window.isVisible());
    QVERIFY(job->isFinished());
    QVERIFY(!job->importReport().ended);
    QCOMPARE(job->importReport().created, 20'000);
}

void QuittingTest::stopsWhatRuns()
{
    const auto job = startPaused();
    close(u"insteadButton"_s);
    QTRY_VERIFY(!m_desk->window.isVisible());
    QVERIFY(job->isFinished());
    QCOMPARE(job->importReport().ended->kind, ErrorKind::Cancelled);
    QVERIFY(job->importReport().addsUp());
}

void QuittingTest::asksNothingWhereNothingRuns()
{
    m_desk->window.close();
    QVERIFY(!m_desk->window.isVisible());
}

QTEST_MAIN(QuittingTest)
#include "tst_quitting.moc"
