// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QMutex>
#include <QString>

namespace clientele {

/// The lines of a self test, each a check: on standard output, and in a file where one is named,
/// since on Windows a program with windows has no console. Thread-safe.
class TestLog final
{
    Q_DISABLE_COPY_MOVE(TestLog)

public:
    TestLog() = default;

    /// The reason where the file cannot be written to.
    QString writeTo(const QString& file);

    void passed(const QString& what, const QString& finding);
    void failed(const QString& what, const QString& why);
    /// What helps to understand, and decides nothing.
    void note(const QString& what, const QString& text);

    [[nodiscard]] int checks() const;
    [[nodiscard]] int failures() const;

private:
    mutable QMutex m_mutex;
    QFile m_file;
    int m_checks = 0;
    int m_failures = 0;

    void write(QLatin1StringView verdict, const QString& what, const QString& text);
};

} // namespace clientele
