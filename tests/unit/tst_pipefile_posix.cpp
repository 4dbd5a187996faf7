// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/dotenv.h"
#include "core/config/pipefile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <thread>

using namespace Qt::StringLiterals;
using namespace clientele;

/// Who keeps passwords elsewhere may hand a .env over by a pipe.
class tst_PipeFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadToItsEnd()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u".env"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        // More than a pipe holds at once, so the writer has to wait for the reader.
        const QByteArray filler = QByteArray("# ") + QByteArray(100'000, 'x') + '\n';
        std::thread writer([&] {
            QFile file(path);
            if (file.open(QIODevice::WriteOnly))
                file.write("A=1\n" + filler + "B=2\n");
        });
        const auto read = DotEnv::read(path, {});
        writer.join();
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->value(u"A"_s), std::optional(u"1"_s));
        QCOMPARE(read->value(u"B"_s), std::optional(u"2"_s));
    }

    void isNotWaitedForForEver()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u".env"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        const auto read = readPipe(path, 100, std::chrono::milliseconds(20));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, ErrorKind::File);
        QCOMPARE(read.error().subject, path);
    }
};

QTEST_GUILESS_MAIN(tst_PipeFile)
#include "tst_pipefile_posix.moc"
