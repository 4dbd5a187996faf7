// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ctlprogram.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace clientele::testing {

QList<QJsonObject> CtlRun::objects() const
{
    QList<QJsonObject> objects;
    for (const QByteArray& line : out.split('\n')) {
        if (!line.isEmpty())
            objects << QJsonDocument::fromJson(line).object();
    }
    return objects;
}

QByteArray CtlRun::everything() const
{
    return "status " + QByteArray::number(status) + "\n" + out + err;
}

CtlProgram::CtlProgram() : m_program(qEnvironmentVariable("CLIENTELECTL"))
{
    if (!QFile::exists(m_program))
        qFatal("CLIENTELECTL must name the program to test; run this by ctest.");
    m_environment.insert(u"HOME"_s, m_folder.path());
    m_environment.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    m_environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.insert(u"TZ"_s, u"Europe/Berlin"_s);
    m_environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    for (const char* kept : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
        if (qEnvironmentVariableIsSet(kept))
            m_environment.insert(QString::fromLatin1(kept), qEnvironmentVariable(kept));
    }
}

void CtlProgram::set(const QString& variable, const QString& value)
{
    if (value.isEmpty())
        m_environment.remove(variable);
    else
        m_environment.insert(variable, value);
}

CtlRun CtlProgram::run(const QStringList& arguments, const QByteArray& input) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(m_program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000))
        qFatal("clientelectl %s does not end", qPrintable(arguments.join(u' ')));
    return {.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
}

CtlRun CtlProgram::on(const QString& url, const QStringList& arguments,
                      const QByteArray& input) const
{
    return run(QStringList{u"--url"_s, url} + arguments, input);
}

QString CtlProgram::write(const QString& name, const QByteArray& content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("Cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

QByteArray CtlProgram::read(const QString& name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool CtlProgram::anyFileHolds(const QByteArray& text) const
{
    for (QDirIterator it(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         it.hasNext();) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            return true;
    }
    return false;
}

} // namespace clientele::testing
