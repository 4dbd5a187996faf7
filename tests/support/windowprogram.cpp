// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/windowprogram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace clientele::testing {

WindowProgram::WindowProgram() : m_program(qEnvironmentVariable("CLIENTELE"))
{
    if (!QFile::exists(m_program))
        qFatal("CLIENTELE must name the program to test; run this by ctest.");
    m_environment = CtlProgram().environment();
    const QDir folder(m_folder.path());
    for (const QString& name : {u"config"_s, u"data"_s, u"run"_s}) {
        if (!folder.mkdir(name))
            qFatal("Cannot make %s", qPrintable(path(name)));
    }
    QFile::setPermissions(path(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    set(u"HOME"_s, m_folder.path());
    set(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    set(u"XDG_DATA_HOME"_s, path(u"data"_s));
    set(u"XDG_RUNTIME_DIR"_s, path(u"run"_s));
    set(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
}

WindowProgram::~WindowProgram()
{
    for (const auto& process : m_running) {
        process->kill();
        process->waitForFinished();
    }
}

void WindowProgram::set(const QString& variable, const QString& value)
{
    m_environment.insert(variable, value);
}

void WindowProgram::moveTo(const QString& folder)
{
    const QString copy = QDir(folder).filePath(QFileInfo(m_program).fileName());
    if (!QDir().mkpath(folder) || !QFile::copy(m_program, copy))
        qFatal("Cannot copy %s to %s", qPrintable(m_program), qPrintable(copy));
    m_program = copy;
}

void WindowProgram::prepare(QProcess& process) const
{
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(m_folder.path());
    process.setProgram(m_program);
}

CtlRun WindowProgram::run(const QStringList& arguments) const
{
    QProcess process;
    prepare(process);
    process.setArguments(arguments);
    process.start();
    if (!process.waitForFinished(120'000))
        qFatal("clientele %s does not end", qPrintable(arguments.join(u' ')));
    return {.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            .out = process.readAllStandardOutput(),
            .err = process.readAllStandardError()};
}

QProcess& WindowProgram::start(const QStringList& arguments)
{
    QProcess& process = *m_running.emplace_back(std::make_unique<QProcess>());
    prepare(process);
    process.setArguments(arguments);
    process.start();
    if (!process.waitForStarted())
        qFatal("Cannot start %s", qPrintable(m_program));
    return process;
}

QString WindowProgram::write(const QString& name, const QByteArray& content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("Cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

QByteArray WindowProgram::read(const QString& name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace clientele::testing
