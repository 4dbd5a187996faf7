// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ctlprogram.h"

#include <QProcess>

#include <memory>

namespace clientele::testing {

/// clientele, the program with the window, drawn off screen, with folders of its own and none of
/// this machine's settings. Set CLIENTELE to the program; ctest does.
class WindowProgram final
{
public:
    WindowProgram();
    /// What still runs is killed.
    ~WindowProgram();
    Q_DISABLE_COPY_MOVE(WindowProgram)

    void set(const QString& variable, const QString& value);
    /// Copies the program, so that files can lie beside it.
    void moveTo(const QString& folder);

    CtlRun run(const QStringList& arguments) const;
    /// Goes on beside the test.
    QProcess& start(const QStringList& arguments);

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    QString write(const QString& name, const QByteArray& content) const;
    [[nodiscard]] QByteArray read(const QString& name) const;
    [[nodiscard]] const QProcessEnvironment& environment() const { return m_environment; }

private:
    QString m_program;
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    std::vector<std::unique_ptr<QProcess>> m_running;

    void prepare(QProcess& process) const;
};

} // namespace clientele::testing
