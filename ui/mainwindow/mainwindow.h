// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/openrequest.h"
#include "core/services/profileservice.h"
#include "ui/mainwindow/booksession.h"

#include <QMainWindow>
#include <QTimer>

namespace clientele {

class BookPages;
class CustomersPage;
class DiagnosticsDialog;
class ImportDialog;
class ImportJob;
class ExportJob;
class ImportMemory;
class Jobs;
class JsonStore;
class MainActions;
class MessageBar;
class OpenQueue;
class SchemeController;
class StallMeter;
class StatusLine;
class ToolBar;

/// What the command line asks to be opened; all empty is the environment's book, else the default
/// one.
struct StartChoice
{
    QString profile;
    QString url;
    QString envFile;
};

/// The window: arranges pages and actions.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// All three must outlive it.
    MainWindow(JsonStore& store, SchemeController& scheme, StallMeter& meter);
    ~MainWindow() override;

    /// Restores size and place, shows itself, and opens a book: the one of @p request, where it
    /// names one.
    void start(const StartChoice& choice, const OpenRequest& request = {});
    /// What a later start of the program wants: comes to the front, and does it.
    void serve(const OpenRequest& request);
    /// For programs that know what they want.
    void openProfile(const Profile& profile, const QString& password = {});
    /// The saved connection to this file, or else one of its name. Asks before what runs is
    /// stopped.
    void openBookFile(const QString& file);

    [[nodiscard]] BookSession& session() const { return *m_session; }
    [[nodiscard]] BookPages& pages() const { return *m_pages; }
    [[nodiscard]] MainActions& actions() const { return *m_actions; }
    [[nodiscard]] Jobs& jobs() const { return *m_jobs; }

    void openConnections();
    void openImport(const QString& file);
    /// What is on the clipboard, as rows.
    void openPasted();
    void openExport();
    /// Stays beside the window, and follows it from book to book.
    DiagnosticsDialog* openDiagnostics();

Q_SIGNALS:
    /// The person was asked, and stays with the book that is open.
    void stayed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    JsonStore& m_store;
    SchemeController& m_scheme;
    StallMeter& m_meter;
    BookSession* m_session;
    Jobs* m_jobs;
    ImportMemory* m_importMemory;
    MainActions* m_actions;
    ToolBar* m_toolBar;
    BookPages* m_pages;
    StatusLine* m_status;
    OpenQueue* m_opens;
    profiles::Listing m_listing;
    DiagnosticsDialog* m_diagnostics = nullptr; ///< made when it is asked for
    QSize m_diagnosticsSize;
    QString m_envFile;
    int m_detailsWidth = 340;
    QObject* m_leaving = nullptr; ///< waits for what runs to end
    bool m_closing = false;

    ImportDialog* showImport(const QString& file);
    void arrange();
    void connectSession();
    void connectActions();
    void connectCustomerActions();
    void connectScheme();
    void adopt(CustomersPage* page);
    void updateActions();
    void updateConnection();
    void restore(const QJsonObject& saved);
    void saveState();
    void comeToFront(const QByteArray& activation);
    void chooseFirst(const StartChoice& choice);
    [[nodiscard]] Profile profileOf(const QString& file) const;
    void switchTo(const Profile& profile, const QString& password);
    void readProfiles();
    void clearSearch();
    void escape();
    void leaveOnceDone(std::function<void()> leave);
    void askBeforeQuitting();
    void askBeforeLeaving(const QString& title, const QString& accept, std::function<void()> leave);
};

} // namespace clientele
