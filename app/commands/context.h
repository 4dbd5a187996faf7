// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/arguments.h"
#include "app/commands/console.h"
#include "app/commands/exitstatus.h"
#include "app/commands/interrupts.h"
#include "core/config/environment.h"
#include "core/services/bookinfo.h"
#include "core/task.h"

#include <QObject>

#include <memory>

namespace clientele {
class Book;
class Job;
} // namespace clientele

namespace clientele::ctl {

/// The book that the command line, the environment or the profiles name.
struct Target
{
    Profile profile;
    QString password;
};

/// What a command works with.
class Context final
{
    Q_DISABLE_COPY_MOVE(Context)

public:
    Context(const Arguments& arguments, Console& console, Interrupts& interrupts);
    ~Context();

    [[nodiscard]] const Arguments& arguments() const { return m_arguments; }
    [[nodiscard]] Console& console() const { return m_console; }

    /// @p profileName where it is given, else --profile, --url or --env-file, else the environment,
    /// else the default profile.
    Result<Target> target(const std::optional<QString>& profileName = {});
    /// Opens the target, asking for its password where that is all that is missing.
    Result<Book*> open();
    /// The same, and refuses a book without a customer table that can be used.
    Result<Book*> openReady();
    /// Makes the tables of the open book, or brings them to the newest revision.
    Result<BookInfo> upgrade();
    /// Refuses the open book where it is without a customer table that can be used.
    Result<Book*> checkReady();

    /// What open() found. A Book's own info() needs an event loop, which waiting here is without.
    [[nodiscard]] const BookInfo& info() const { return m_info; }

    /// Waits; an interrupt cancels.
    template <class T>
    Result<T> wait(Task<T> task)
    {
        m_interrupts.onInterrupt([task]() mutable { task.cancel(); });
        auto result = task.wait();
        m_interrupts.onInterrupt({});
        return result;
    }
    /// Runs the event loop until the job has finished; an interrupt cancels.
    void wait(Job& job);

    /// Says on standard error what those want to know who asked for --verbose; nothing where empty.
    void remark(const QString& sentence);
    /// Says what went wrong and returns the exit status for it.
    int fail(const Error& error);

private:
    Result<Target> findTarget(std::optional<QString> name);
    /// A profile of the profiles file, with the password that the environment has for it.
    Result<Target> savedTarget(const QString& name, const Result<Environment>& environment);
    void explain(const Target& target);

    const Arguments& m_arguments;
    Console& m_console;
    Interrupts& m_interrupts;
    bool m_verbose = false;
    std::unique_ptr<Book> m_book;
    BookInfo m_info;
};

} // namespace clientele::ctl
