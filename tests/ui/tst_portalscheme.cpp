// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/portalscheme.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

/// A desktop's portal, as far as it tells of colours.
class Portal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 1;

public Q_SLOTS:
    QDBusVariant Read(const QString& group, const QString& key)
    {
        asked = group + u' ' + key;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }

Q_SIGNALS:
    void SettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

public:
    QString asked;
};

class PortalSchemeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void reads_data();
    void reads();
    void asksAndFollows();

private:
    QProcess m_bus;
};

void PortalSchemeTest::initTestCase()
{
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    QVERIFY(m_bus.waitForReadyRead());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
}

void PortalSchemeTest::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"desktop"_s);
    m_bus.terminate();
    QVERIFY(m_bus.waitForFinished());
}

void PortalSchemeTest::reads_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<std::optional<bool>>("dark");
    const auto wrapped = [](const QVariant& value) {
        return QVariant::fromValue(QDBusVariant(value));
    };
    QTest::newRow("dark") << QVariant(1u) << std::optional(true);
    QTest::newRow("light") << QVariant(2u) << std::optional(false);
    QTest::newRow("no preference") << QVariant(0u) << std::optional<bool>();
    QTest::newRow("unknown") << QVariant(3u) << std::optional<bool>();
    QTest::newRow("wrapped, as in a signal") << wrapped(1u) << std::optional(true);
    QTest::newRow("wrapped twice, as in an answer") << wrapped(wrapped(2u)) << std::optional(false);
    QTest::newRow("words") << QVariant(u"dark"_s) << std::optional<bool>();
    QTest::newRow("nothing") << QVariant() << std::optional<bool>();
}

void PortalSchemeTest::reads()
{
    QFETCH(QVariant, value);
    QFETCH(std::optional<bool>, dark);
    QCOMPARE(PortalScheme::darkIn(value), dark);
}

void PortalSchemeTest::asksAndFollows()
{
    Portal portal;
    QDBusConnection desktop =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"desktop"_s);
    QVERIFY(desktop.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
                                   QDBusConnection::ExportAllSlots |
                                       QDBusConnection::ExportAllSignals));
    QVERIFY(desktop.registerService(u"org.freedesktop.portal.Desktop"_s));

    PortalScheme scheme;
    QSignalSpy told(&scheme, &PortalScheme::darkChanged);
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.takeFirst().value(0).toBool(), true);
    QCOMPARE(portal.asked, u"org.freedesktop.appearance color-scheme"_s);

    Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"accent-color"_s,
                                 QDBusVariant(1u));
    Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s,
                                 QDBusVariant(2u));
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(told.takeFirst().value(0).toBool(), false);
}

QTEST_GUILESS_MAIN(PortalSchemeTest)
#include "tst_portalscheme.moc"
