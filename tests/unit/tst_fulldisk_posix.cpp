// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/customerwriter.h"
#include "core/io/gzipdevice.h"
#include "tests/support/customercells.h"

#include <QFile>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

class tst_FullDisk final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isToldByEachWriter()
    {
        QFile full(u"/dev/full"_s);
        if (!full.open(QIODevice::WriteOnly))
            QFAIL("/dev/full cannot be opened");
        GzipDevice packed(full);
        const Cells chen({.id = {1}, .name = u"陳"_s, .email = u"chen@example.com"_s});
        for (const ExportFormat format : allExportFormats) {
            for (QIODevice* device :
                 {static_cast<QIODevice*>(&full), static_cast<QIODevice*>(&packed)}) {
                const auto writer = CustomerWriter::make({.format = format}, {.device = *device});
                Result<> result;
                for (int i = 0; i < 10'000 && result; ++i)
                    result = writer->write(chen);
                if (result)
                    result = writer->finish();
                if (result && device == &packed)
                    result = packed.end();
                QVERIFY2(!result, qPrintable(formatName(format)));
                QCOMPARE(result.error().kind, ErrorKind::StorageFull);
                QCOMPARE(result.error().subject, u"/dev/full"_s);
            }
        }
    }
};

QTEST_GUILESS_MAIN(tst_FullDisk)
#include "tst_fulldisk_posix.moc"
