// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/book.h"
#include "core/services/openfiles.h"
#include "core/services/openrequest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace clientele;

class OpenFilesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatCanBeDone_data();
    void tellsWhatCanBeDone();
    void knowsABookByItsContent();
    void waitsForNoPipe();
    void requestsComeThroughWhole();
    void refusesWhatIsNoRequest_data();
    void refusesWhatIsNoRequest();

private:
    QTemporaryDir m_folder;

    FileToOpen inspect(const QString& path) { return inspectFiles({path}).wait().value().front(); }
};

void OpenFilesTest::tellsWhatCanBeDone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<FileToOpen::Kind>("kind");
    QTest::newRow("a table") << u"a.csv"_s << QByteArray("name,email\n") << FileToOpen::Kind::Rows;
    QTest::newRow("a book") << u"a.bin"_s << QByteArray("SQLite format 3\0 and more", 25)
                            << FileToOpen::Kind::Book;
    QTest::newRow("half a header") << u"a.db"_s << QByteArray("SQLite") << FileToOpen::Kind::Rows;
    QTest::newRow("a book to be") << u"new.CLIENTELE"_s << QByteArray() << FileToOpen::Kind::Book;
    QTest::newRow("an empty table") << u"new.csv"_s << QByteArray() << FileToOpen::Kind::Rows;
}

void OpenFilesTest::tellsWhatCanBeDone()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    QTEST(inspect(file.fileName()).kind, "kind");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void OpenFilesTest::knowsABookByItsContent()
{
    const QString path = m_folder.filePath(u"customers.csv"_s);
    {
        Book book({.file = path}, {});
        QVERIFY(book.open().wait());
    }
    QCOMPARE(inspect(path), (FileToOpen{.path = path, .kind = FileToOpen::Kind::Book}));
}

void OpenFilesTest::waitsForNoPipe()
{
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    const auto files =
        inspectFiles({pipe, m_folder.path(), m_folder.filePath(u"gone"_s)}).wait().value();
    QCOMPARE(files.size(), 3);
    QCOMPARE(files[0].error.code, u"file.special"_s);
    QCOMPARE(files[1].error.code, u"file.folder"_s);
    QCOMPARE(files[2].error.code, u"file.missing"_s);
    for (const FileToOpen& file : files)
        QCOMPARE(file.kind, FileToOpen::Kind::None);
}

void OpenFilesTest::requestsComeThroughWhole()
{
    const OpenRequest request{.files = {u"/tmp/a b.csv"_s, u"/tmp/Größe\n\"x\".db"_s},
                              .import = true,
                              .newCustomer = true,
                              .activation = "id_TIME123"};
    QCOMPARE(OpenRequest::decoded(request.encoded()), std::optional(request));
    QCOMPARE(OpenRequest::decoded(OpenRequest().encoded()), std::optional(OpenRequest()));
    QVERIFY(OpenRequest().isEmpty());
    QVERIFY(!request.isEmpty());
}

void OpenFilesTest::refusesWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("files");
    QTest::newRow("an array") << QByteArray("[1]");
    QTest::newRow("no version") << QByteArray(R"({"files":["/tmp/a"]})");
    QTest::newRow("of another program") << QByteArray(R"({"version":2,"files":[]})");
}

void OpenFilesTest::refusesWhatIsNoRequest()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(OpenRequest::decoded(text), std::nullopt);
}

QTEST_GUILESS_MAIN(OpenFilesTest)
#include "tst_openfiles.moc"
