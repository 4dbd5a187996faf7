// SPDX-License-Identifier: GPL-3.0-or-later
// One program for each person: what a second start finds, whatever state the first is in.
#include "core/config/folders.h"
#include "core/services/instance.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <future>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace clientele;

namespace {

constexpr auto plenty = 20s; ///< never used up where somebody answers

QByteArray framed(const QByteArray& text, qsizetype length)
{
    QByteArray frame(4, Qt::Uninitialized);
    qToBigEndian(quint32(length), frame.data());
    return frame + text;
}

QByteArray framed(const OpenRequest& request)
{
    const QByteArray text = request.encoded();
    return framed(text, text.size());
}

/// A start of the program, in a thread of its own, as it blocks.
std::future<Instance::Role> startElsewhere(const OpenRequest& request,
                                           std::chrono::milliseconds patience = plenty)
{
    return std::async(std::launch::async, [=] { return Instance().start(request, patience); });
}

bool isDone(const std::future<Instance::Role>& start)
{
    return start.wait_for(0s) == std::future_status::ready;
}

} // namespace

class InstanceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_folder.reset(); }
    void firstListensForThisPersonAlone();
    void handsOver();
    void handsOverManyAtOnce();
    void clearsAwayWhatACrashLeft();
    void isOnItsOwnWhereNobodyAnswers();
    void isOnItsOwnWhereNothingCanBeMade();
    void takesThePlaceOfOneThatEnded();
    void carriesOutNothingThatWasGivenUp();
    void survivesWhatIsNoRequest_data();
    void survivesWhatIsNoRequest();
    void keepsDataFoldersApart();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void InstanceTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder->path()));
    folders::moveTo(m_folder->filePath(u"data"_s));
}

void InstanceTest::firstListensForThisPersonAlone()
{
    Instance first;
    QCOMPARE(first.start({}, plenty), Instance::Role::First);
    QVERIFY(QFile::exists(first.address()));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(first.address()) & others));
}

void InstanceTest::handsOver()
{
    Instance first;
    QSignalSpy requests(&first, &Instance::requested);
    QCOMPARE(first.start({}, plenty), Instance::Role::First);
    const OpenRequest request{.files = {u"/tmp/a b.csv"_s}, .import = true, .activation = "T"};
    auto second = startElsewhere(request);
    QTRY_VERIFY(isDone(second));
    QCOMPARE(second.get(), Instance::Role::HandedOver);
    QTRY_COMPARE(requests.size(), 1);
    QCOMPARE(requests[0][0].value<OpenRequest>(), request);
}

void InstanceTest::handsOverManyAtOnce()
{
    Instance first;
    QSignalSpy requests(&first, &Instance::requested);
    QCOMPARE(first.start({}, plenty), Instance::Role::First);
    OpenRequest large;
    for (int i = 0; i < 10'000; ++i)
        large.files << u"/home/somebody/customers/%1.csv"_s.arg(i);
    std::vector<std::future<Instance::Role>> starts;
    for (int i = 0; i < 5; ++i)
        starts.push_back(startElsewhere(large));
    for (auto& start : starts) {
        QTRY_VERIFY_WITH_TIMEOUT(isDone(start), 30'000);
        QCOMPARE(start.get(), Instance::Role::HandedOver);
    }
    QTRY_COMPARE(requests.size(), 5);
    for (const auto& arguments : requests)
        QCOMPARE(arguments[0].value<OpenRequest>(), large);
}

void InstanceTest::clearsAwayWhatACrashLeft()
{
    Instance next;
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    const QByteArray path = QFile::encodeName(next.address());
    QVERIFY(path.size() < qsizetype(sizeof address.sun_path));
    std::copy(path.cbegin(), path.cend(), address.sun_path);
    const int dead = ::socket(AF_UNIX, SOCK_STREAM, 0);
    QCOMPARE(::bind(dead, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ::close(dead);
    QVERIFY(QFile::exists(next.address()));
    QCOMPARE(next.start({}, plenty), Instance::Role::First);
    auto third = startElsewhere({});
    QTRY_VERIFY(isDone(third));
    QCOMPARE(third.get(), Instance::Role::HandedOver);
}

void InstanceTest::isOnItsOwnWhereNobodyAnswers()
{
    Instance second;
    QLocalServer hung; // takes connections, and never reads
    QVERIFY(hung.listen(second.address()));
    QCOMPARE(second.start({}, 200ms), Instance::Role::NoAnswer);
    QVERIFY(QFile::exists(second.address()));
}

void InstanceTest::isOnItsOwnWhereNothingCanBeMade()
{
    const QString file = m_folder->filePath(u"file"_s);
    QVERIFY(QFile(file).open(QIODevice::WriteOnly));
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(file + u"/runtime"_s));
    QCOMPARE(Instance().start({}, 200ms), Instance::Role::Alone);
}

void InstanceTest::takesThePlaceOfOneThatEnded()
{
    auto first = std::make_unique<Instance>();
    QCOMPARE(first->start({}, plenty), Instance::Role::First);
    first.reset();
    Instance second;
    QCOMPARE(second.start({}, plenty), Instance::Role::First);
}

void InstanceTest::carriesOutNothingThatWasGivenUp()
{
    Instance first;
    QSignalSpy requests(&first, &Instance::requested);
    QCOMPARE(first.start({}, plenty), Instance::Role::First);
    QLocalSocket impatient;
    impatient.connectToServer(first.address());
    QVERIFY(impatient.waitForConnected());
    impatient.write(framed({.newCustomer = true}));
    QVERIFY(impatient.waitForBytesWritten());
    impatient.disconnectFromServer();
    // Whoever comes next is served, and after the one before.
    auto second = startElsewhere({.import = true});
    QTRY_VERIFY(isDone(second));
    QTRY_COMPARE(requests.size(), 1);
    QCOMPARE(requests[0][0].value<OpenRequest>(), OpenRequest{.import = true});
}

void InstanceTest::survivesWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a length") << QByteArray("\0\0", 2);
    QTest::newRow("too long") << framed("x", 0x7fffffff);
    QTest::newRow("no JSON") << framed("hello", 5) + "G";
    QTest::newRow("another version") << framed(R"({"version":9})", 13) + "G";
    QTest::newRow("another ending") << framed({.newCustomer = true}) + "X";
}

void InstanceTest::survivesWhatIsNoRequest()
{
    QFETCH(const QByteArray, bytes);
    Instance first;
    QSignalSpy requests(&first, &Instance::requested);
    QCOMPARE(first.start({}, plenty), Instance::Role::First);
    QLocalSocket stranger;
    stranger.connectToServer(first.address());
    QVERIFY(stranger.waitForConnected());
    stranger.write(bytes);
    auto second = startElsewhere({.import = true});
    QTRY_VERIFY(isDone(second));
    QCOMPARE(second.get(), Instance::Role::HandedOver);
    QTRY_COMPARE(requests.size(), 1);
    QCOMPARE(requests[0][0].value<OpenRequest>(), OpenRequest{.import = true});
}

void InstanceTest::keepsDataFoldersApart()
{
    Instance first;
    QCOMPARE(first.start({}, plenty), Instance::Role::First);
    folders::moveTo(m_folder->filePath(u"other"_s));
    Instance other;
    QCOMPARE(other.start({}, plenty), Instance::Role::First);
    QVERIFY(first.address() != other.address());
}

QTEST_GUILESS_MAIN(InstanceTest)
#include "tst_instance.moc"
