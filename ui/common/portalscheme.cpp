// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/portalscheme.h"

#include "core/background.h"

#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QFile>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

const QString busName = u"clientele-portal"_s; ///< the connection's, within this program
const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString interface = u"org.freedesktop.portal.Settings"_s;
const QString group = u"org.freedesktop.appearance"_s;
const QString key = u"color-scheme"_s;

/// Where there is none the library would start one, which nobody would answer on.
bool isBusThere()
{
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           QFile::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
}

} // namespace

PortalScheme::PortalScheme(QObject* parent) : QObject(parent)
{
    m_connecting = runInBackground<std::monostate>([](const Cancellation&) -> Result<> {
        if (!isBusThere() ||
            !QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName).isConnected())
            return Error{.kind = ErrorKind::NotFound};
        return {};
    });
    whenDone(m_connecting, this, [this](const Result<>& connected) {
        if (connected)
            ask();
    });
}

PortalScheme::~PortalScheme()
{
    QDBusConnection::disconnectFromBus(busName);
}

void PortalScheme::ask()
{
    QDBusConnection bus(busName);
    // By path and interface alone: naming the service would wait for the bus to say whose it is.
    bus.connect(QString(), path, interface, u"SettingChanged"_s, this,
                SLOT(settingChanged(QDBusMessage)));
    QDBusMessage read = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    read.setArguments({group, key});
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(read), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusMessage reply = answer->reply();
        if (reply.type() == QDBusMessage::ReplyMessage)
            take(reply.arguments().value(0));
    });
}

void PortalScheme::settingChanged(const QDBusMessage& signal)
{
    const QVariantList said = signal.arguments();
    if (said.size() == 3 && said[0] == group && said[1] == key)
        take(said[2]);
}

void PortalScheme::take(const QVariant& value)
{
    if (const std::optional<bool> dark = darkIn(value))
        Q_EMIT darkChanged(*dark);
}

std::optional<bool> PortalScheme::darkIn(const QVariant& value)
{
    QVariant inner = value;
    while (inner.metaType() == QMetaType::fromType<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
    bool isNumber = false;
    const uint scheme = inner.toUInt(&isNumber);
    if (!isNumber || scheme < 1 || scheme > 2)
        return std::nullopt;
    return scheme == 1;
}

} // namespace clientele
