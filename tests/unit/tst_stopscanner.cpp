// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/stopscanner.h"

#include <QRandomGenerator>
#include <QTest>

using namespace clientele;

class TestStopScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksAreThoseOfEachByte();
    void findsEachStop();
    void looksAgainAtATextThatHasGrown();
};

void TestStopScanner::masksAreThoseOfEachByte()
{
    QRandomGenerator random(1);
    std::array<char, stops::blockBytes> block{};
    for (int round = 0; round < 2000; ++round) {
        // Few different bytes, of which some differ from a stop in one bit or by one.
        constexpr std::string_view letters(",\n\r-\x0B\x0C\x8A\xAC\x8D\0\x01\xFF\x7F\x80z", 15);
        for (char& c : block)
            c = letters[size_t(random.bounded(int(letters.size())))];
        for (const std::array<char, 3> wanted :
             {std::array{',', '\n', '\r'}, std::array{'\x80', '\xFF', '\x01'}}) {
            uint64_t expected = 0;
            for (size_t i = 0; i < block.size(); ++i) {
                if (std::find(wanted.begin(), wanted.end(), block[i]) != wanted.end())
                    expected |= uint64_t(1) << i;
            }
            QCOMPARE(stops::mask(block.data(), wanted), expected);
            QCOMPARE(stops::portableMask(block.data(), wanted), expected);
        }
    }
}

void TestStopScanner::findsEachStop()
{
    QRandomGenerator random(2);
    for (int round = 0; round < 500; ++round) {
        std::string text(size_t(random.bounded(300)), 'x');
        for (char& c : text)
            c = random.bounded(20) == 0 ? ';' : c;
        StopScanner scanner({';', '\n', '\r'});
        for (size_t at = 0; at < text.size(); at += size_t(random.bounded(1, 100)))
            QCOMPARE(scanner.next(text, at), std::min(text.find(';', at), text.size()));
        QCOMPARE(scanner.next(text, text.size()), text.size());
    }
}

void TestStopScanner::looksAgainAtATextThatHasGrown()
{
    StopScanner scanner({',', '\n', '\r'});
    std::string text = "abc";
    QCOMPARE(scanner.next(text, 0), size_t(3));
    text += ",d";
    scanner.forget();
    QCOMPARE(scanner.next(text, 0), size_t(3));
    QCOMPARE(scanner.next(text, 4), size_t(5));
}

QTEST_GUILESS_MAIN(TestStopScanner)
#include "tst_stopscanner.moc"
