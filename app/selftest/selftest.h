// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/connectiontest.h"

#include <QCoreApplication>
#include <QObject>
#include <QPixmap>
#include <QTemporaryDir>

#include <functional>
#include <memory>

class QApplication;

namespace clientele {

class JsonStore;
class LastResort;
class MainWindow;
class SchemeController;
class StallMeter;
class TestLog;

/// Tries whether all that the program needs is there and works, as it was installed: libraries,
/// what is compiled into it, a book, a server where one is named, the window. Nothing that is the
/// person's is read or written. Emits finished() after the last check; how it went is in the log.
class SelfTest final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelfTest)

public:
    struct Plan
    {
        QString url;        ///< of a server to reach; may be empty
        QString screenshot; ///< a file for a picture of the window; may be empty
    };

    /// All of them must outlive it.
    SelfTest(QApplication& application, TestLog& log, LastResort& lastResort, const Plan& plan);
    ~SelfTest() override;

    void start();
    /// Where the test keeps its files; it goes with the test.
    [[nodiscard]] QString folder() const { return m_folder.path(); }

Q_SIGNALS:
    void finished();

private:
    QApplication& m_application;
    TestLog& m_log;
    LastResort& m_lastResort;
    const Plan m_plan;
    QTemporaryDir m_folder;
    std::unique_ptr<SchemeController> m_scheme;
    std::unique_ptr<StallMeter> m_meter;
    std::unique_ptr<JsonStore> m_store;
    std::unique_ptr<MainWindow> m_window;
    QList<std::function<void()>> m_steps;

    void next();
    void checkProgram();
    void checkFolders();
    void checkDrawing();
    void checkTranslations();
    void checkBookOfOurs();
    void checkKeychain();
    void checkServer();
    void checkWindow();
    void reportServer(const ConnectionReport& report);
    void reportWindow(const QPixmap& picture);
};

} // namespace clientele
