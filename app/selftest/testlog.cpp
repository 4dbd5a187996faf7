// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/testlog.h"

#include <cstdio>

using namespace Qt::StringLiterals;

namespace clientele {

QString TestLog::writeTo(const QString& file)
{
    const QMutexLocker lock(&m_mutex);
    m_file.setFileName(file);
    return m_file.open(QIODevice::WriteOnly | QIODevice::Truncate) ? QString()
                                                                   : m_file.errorString();
}

void TestLog::passed(const QString& what, const QString& finding)
{
    const QMutexLocker lock(&m_mutex);
    ++m_checks;
    write("ok"_L1, what, finding);
}

void TestLog::failed(const QString& what, const QString& why)
{
    const QMutexLocker lock(&m_mutex);
    ++m_checks;
    ++m_failures;
    write("failed"_L1, what, why);
}

void TestLog::note(const QString& what, const QString& text)
{
    const QMutexLocker lock(&m_mutex);
    write("note"_L1, what, text);
}

int TestLog::checks() const
{
    const QMutexLocker lock(&m_mutex);
    return m_checks;
}

int TestLog::failures() const
{
    const QMutexLocker lock(&m_mutex);
    return m_failures;
}

/// At once: whatever comes next may be the end of the program.
void TestLog::write(QLatin1StringView verdict, const QString& what, const QString& text)
{
    QString oneLine = text;
    oneLine.replace(u'\n', u' ');
    const QByteArray line =
        (QString(verdict).leftJustified(8) + what + u": "_s + oneLine + u'\n').toUtf8();
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
    if (m_file.isOpen()) {
        m_file.write(line);
        m_file.flush();
    }
}

} // namespace clientele
