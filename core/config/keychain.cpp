// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/keychain.h"

#ifdef CLIENTELE_KEYCHAIN

#include <QCoreApplication>
#include <QLibrary>
#include <QThread>

#include <qt6keychain/keychain.h>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

QThread* thread = nullptr;

void endThread()
{
    thread->quit();
    // One that hangs in a keychain is left behind: the program ends all the same.
    thread->wait(1000);
}

/// QtKeychain queues its jobs in the thread of the first, so that all of them share one for good.
QObject& worker()
{
    static QObject* const worker = [] {
        thread = new QThread;
        thread->setObjectName(u"keychain"_s);
        auto* object = new QObject;
        object->moveToThread(thread);
        thread->start();
        qAddPostRoutine(endThread);
        return object;
    }();
    return *worker;
}

/// GDBus, by which libsecret talks, ends the program when the session's bus goes away, unless its
/// one connection is told not to. That stays for as long as we keep a reference.
void outliveTheBus()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    QLibrary gio(u"gio-2.0"_s, 0);
    const auto connection =
        reinterpret_cast<void* (*)(int, void*, void**)>(gio.resolve("g_bus_get_sync"));
    const auto setExitOnClose =
        reinterpret_cast<void (*)(void*, int)>(gio.resolve("g_dbus_connection_set_exit_on_close"));
    constexpr int session = 2;
    static void* bus = nullptr;
    if (!bus && connection && setExitOnClose)
        bus = connection(session, nullptr, nullptr);
    if (bus)
        setExitOnClose(bus, 0);
#endif
}

Error failure(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {.kind = ErrorKind::NotFound, .code = u"keychain.entry"_s};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {.kind = ErrorKind::PermissionDenied, .code = u"keychain.denied"_s};
    default:
        return {.kind = ErrorKind::Unsupported,
                .subject = job.errorString(),
                .code = u"keychain.none"_s};
    }
}

template <class Job>
void start(const QString& key, const keychain::Answer& answer,
           const std::function<QString(const Job&)>& text, const std::function<void(Job&)>& prepare)
{
    auto* job = new Job(u"clientele"_s);
    job->setKey(key);
    job->setInsecureFallback(false);
    prepare(*job);
    QObject::connect(job, &QKeychain::Job::finished, job, [job, answer, text] {
        const bool done = job->error() == QKeychain::NoError;
        answer(done ? Result<QString>(text(*job)) : Result<QString>(failure(*job)));
    });
    job->start();
}

} // namespace

QString keychain::name()
{
#if defined(Q_OS_WIN)
    return u"Windows Credential Manager"_s;
#elif defined(Q_OS_MACOS)
    return u"macOS Keychain"_s;
#else
    return u"Secret Service or KWallet"_s;
#endif
}

void keychain::ask(const Request& request, Answer answer)
{
    QMetaObject::invokeMethod(&worker(), [request, answer = std::move(answer)] {
        using namespace QKeychain;
        outliveTheBus();
        switch (request.act) {
        case Act::Read:
            start<ReadPasswordJob>(
                request.key, answer, [](const ReadPasswordJob& job) { return job.textData(); },
                [](ReadPasswordJob&) {});
            break;
        case Act::Write:
            start<WritePasswordJob>(
                request.key, answer, [](const WritePasswordJob&) { return QString(); },
                [&](WritePasswordJob& job) { job.setTextData(request.secret); });
            break;
        case Act::Erase:
            start<DeletePasswordJob>(
                request.key, answer, [](const DeletePasswordJob&) { return QString(); },
                [](DeletePasswordJob&) {});
            break;
        }
    });
}

} // namespace clientele

#else

namespace clientele {

using namespace Qt::StringLiterals;

QString keychain::name()
{
    return {};
}

void keychain::ask(const Request& /*request*/, Answer answer)
{
    answer(Error{.kind = ErrorKind::Unsupported, .code = u"keychain.none"_s});
}

} // namespace clientele

#endif
