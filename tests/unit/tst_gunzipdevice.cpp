// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csvreader.h"
#include "core/io/gunzipdevice.h"
#include "tests/support/drippingdevice.h"
#include "tests/support/gzip.h"

#include <QBuffer>
#include <QTest>

using namespace clientele;
using namespace clientele::testing;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<QIODevice> bufferOf(const QByteArray& data)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(data);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

/// All that can be read, then the error in angle brackets.
QByteArray unpacked(std::unique_ptr<QIODevice> packed)
{
    GunzipDevice device(std::move(packed));
    QByteArray all;
    QByteArray block(10'000, Qt::Uninitialized);
    for (;;) {
        const qint64 got = device.read(block.data(), block.size());
        if (got < 0)
            return all + '<' + device.errorString().toUtf8() + '>';
        if (got == 0)
            return all;
        all.append(block.constData(), got);
    }
}

QByteArray manyLines()
{
    QByteArray text;
    for (int i = 0; i < 50'000; ++i)
        text += "customer " + QByteArray::number(i * 7919 % 50'000) + ",c@example.com\n";
    return text;
}

} // namespace

class TestGunzipDevice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatIsPacked();
    void unpacks_data();
    void unpacks();
    void saysHowFarItGotWhereDataBreaksOff();
    void saysHowFarItGotWhereDataIsDamaged();
    void refusesWhatFollowsTheLastMember();
    void feedsAReader();
};

void TestGunzipDevice::knowsWhatIsPacked()
{
    const QByteArray packed = gzipped("a");
    QVERIFY(GunzipDevice::isPacked(*bufferOf(packed)));
    QVERIFY(!GunzipDevice::isPacked(*bufferOf("a,b\n")));
    QVERIFY(!GunzipDevice::isPacked(*bufferOf({})));
    DrippingDevice dripping(packed);
    QVERIFY(GunzipDevice::isPacked(dripping));
    QCOMPARE(dripping.read(1), packed.left(1));
}

void TestGunzipDevice::unpacks_data()
{
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QByteArray>("text");
    const QByteArray text = manyLines();
    QTest::newRow("nothing") << gzipped({}) << QByteArray();
    QTest::newRow("a line") << gzipped("a,b\n") << QByteArray("a,b\n");
    QTest::newRow("many lines") << gzipped(text) << text;
    QTest::newRow("members") << gzipped("a") + gzipped({}) + gzipped(text) + gzipped("b")
                             << "a" + text + "b";
    QTest::newRow("padding") << gzipped("a") + QByteArray(700, '\0') << QByteArray("a");
}

void TestGunzipDevice::unpacks()
{
    QFETCH(QByteArray, packed);
    QFETCH(QByteArray, text);
    QCOMPARE(unpacked(bufferOf(packed)), text);
    QCOMPARE(unpacked(std::make_unique<DrippingDevice>(packed)), text);
}

void TestGunzipDevice::saysHowFarItGotWhereDataBreaksOff()
{
    const QByteArray packed = gzipped("a,b\n");
    // Within the header, within the data, and within the check sum at the end.
    for (qsizetype size = 2; size < packed.size(); ++size) {
        const QByteArray got = unpacked(bufferOf(packed.first(size)));
        QVERIFY2(got.endsWith(" bytes of text.>"), got.constData());
        QVERIFY2(got.contains("breaks off behind"), got.constData());
    }
    QCOMPARE(unpacked(bufferOf(packed.chopped(1))),
             QByteArray("a,b\n<Its compressed data breaks off behind 4 bytes of text.>"));
}

void TestGunzipDevice::saysHowFarItGotWhereDataIsDamaged()
{
    const QByteArray text = manyLines();
    QByteArray packed = gzipped(text);
    packed[packed.size() - 6] = char(packed[packed.size() - 6] ^ 1); // in the check sum
    QCOMPARE(unpacked(bufferOf(packed)), text + "<Its compressed data is damaged behind " +
                                             QByteArray::number(text.size()) + " bytes of text.>");
}

void TestGunzipDevice::refusesWhatFollowsTheLastMember()
{
    QCOMPARE(unpacked(bufferOf(gzipped("a") + "rubbish")),
             QByteArray("a<Its compressed data is damaged behind 1 bytes of text.>"));
}

void TestGunzipDevice::feedsAReader()
{
    const QByteArray text = manyLines();
    const QByteArray packed = gzipped(text);
    GunzipDevice whole(bufferOf(packed));
    CsvReader reader(whole, {});
    int rows = 0;
    while (reader.next())
        ++rows;
    QVERIFY(!reader.error());
    QCOMPARE(rows, 50'000);
    QCOMPARE(whole.packedBytesDone(), packed.size());
    QCOMPARE(whole.packedBytesTotal(), packed.size());

    GunzipDevice half(bufferOf(packed.first(packed.size() / 2)));
    CsvReader broken(half, {});
    rows = 0;
    while (broken.next())
        ++rows;
    QVERIFY(rows > 1000 && rows < 50'000);
    QVERIFY(broken.error());
    QCOMPARE(broken.error()->kind, ErrorKind::File);
    QVERIFY(broken.error()->message.contains(u"breaks off behind"_s));
}

QTEST_GUILESS_MAIN(TestGunzipDevice)
#include "tst_gunzipdevice.moc"
