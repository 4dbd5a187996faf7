// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/secretstore.h"

#include "core/background.h"
#include "core/config/keychain.h"

#include <condition_variable>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

/// Shared with the keychain's thread, which may answer when nobody waits any more.
struct Waiting
{
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Result<QString>> answer;
    bool cancelled = false;
};

Result<QString> askAndWait(const keychain::Request& request, std::chrono::milliseconds patience,
                           Cancellation& cancellation)
{
    const auto waiting = std::make_shared<Waiting>();
    const bool goesOn = cancellation.setHook([waiting] {
        const std::lock_guard lock(waiting->mutex);
        waiting->cancelled = true;
        waiting->changed.notify_all();
    });
    if (!goesOn)
        return Error{.kind = ErrorKind::Cancelled};
    keychain::ask(request, [waiting](Result<QString> answer) {
        const std::lock_guard lock(waiting->mutex);
        waiting->answer = std::move(answer);
        waiting->changed.notify_all();
    });
    std::unique_lock lock(waiting->mutex);
    waiting->changed.wait_for(lock, patience,
                              [&] { return waiting->answer || waiting->cancelled; });
    const auto answer = waiting->answer;
    const bool cancelled = waiting->cancelled;
    // Never both locks at once: the hook takes them the other way round.
    lock.unlock();
    cancellation.setHook({});
    if (answer)
        return *answer;
    if (cancelled)
        return Error{.kind = ErrorKind::Cancelled};
    return Error{.kind = ErrorKind::Timeout, .code = u"keychain.silent"_s};
}

} // namespace

QString SecretStore::keyOf(const Profile& profile)
{
    return u"Clientele: %1 (%2)"_s.arg(profile.name, profile.connection.location());
}

Task<QString> SecretStore::read(const QString& key) const
{
    return runInBackground<QString>([key, patience = m_patience](Cancellation& cancellation) {
        return askAndWait({.act = keychain::Act::Read, .key = key}, patience, cancellation);
    });
}

Task<std::monostate> SecretStore::write(const QString& key, const QString& secret) const
{
    return runInBackground<std::monostate>([key, secret, patience = m_patience](
                                               Cancellation& cancellation) -> Result<> {
        const auto written = askAndWait({.act = keychain::Act::Write, .key = key, .secret = secret},
                                        patience, cancellation);
        return written ? Result<>() : written.error();
    });
}

Task<std::monostate> SecretStore::erase(const QString& key) const
{
    return runInBackground<std::monostate>([key, patience = m_patience](
                                               Cancellation& cancellation) -> Result<> {
        const auto erased =
            askAndWait({.act = keychain::Act::Erase, .key = key}, patience, cancellation);
        return erased || erased.error().kind == ErrorKind::NotFound ? Result<>() : erased.error();
    });
}

Task<SecretStore::State> SecretStore::describe() const
{
    return runInBackground<State>(
        [patience = m_patience](Cancellation& cancellation) -> Result<State> {
            const auto asked = askAndWait({.act = keychain::Act::Read, .key = u"Clientele: test"_s},
                                          patience, cancellation);
            const bool reachable = asked || asked.error().kind == ErrorKind::NotFound;
            return State{.name = keychain::name(),
                         .reachable = reachable,
                         .problem = reachable ? Error{} : asked.error()};
        });
}

} // namespace clientele
