// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace clientele::testing {

/// How a run of clientelectl ended.
struct CtlRun
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    /// Each line of standard output as an object.
    [[nodiscard]] QList<QJsonObject> objects() const;
    /// Everything that it said, for messages of tests.
    [[nodiscard]] QByteArray everything() const;
};

/// clientelectl as scripts use it, with folders of its own and none of this machine's settings. Set
/// CLIENTELECTL to the program; ctest does.
class CtlProgram final
{
public:
    CtlProgram();

    /// Variables for the runs that follow; an empty value takes one away.
    void set(const QString& variable, const QString& value);
    CtlRun run(const QStringList& arguments, const QByteArray& input = {}) const;
    /// run() with --url in front.
    CtlRun on(const QString& url, const QStringList& arguments, const QByteArray& input = {}) const;

    /// Where it runs and keeps its files.
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& content) const;
    [[nodiscard]] QByteArray read(const QString& name) const;
    /// Whether any file in folder() holds @p text.
    [[nodiscard]] bool anyFileHolds(const QByteArray& text) const;

    [[nodiscard]] const QProcessEnvironment& environment() const { return m_environment; }
    [[nodiscard]] const QString& program() const { return m_program; }

private:
    QString m_program;
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

} // namespace clientele::testing
