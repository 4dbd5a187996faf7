// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/connectiontest.h"
#include "core/services/profileservice.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/connections/connectiontestview.h"
#include "ui/connections/engineprobeview.h"
#include "ui/connections/passworddialog.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;

class tst_ConnectionsDialog final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    static std::unique_ptr<ConnectionsDialog> open(const QString& current = {})
    {
        auto dialog = std::make_unique<ConnectionsDialog>(current);
        dialog->QWidget::show();
        const auto* form = dialog->findChild<QWidget*>(u"form"_s);
        [&] { QTRY_VERIFY(form->isVisible()); }();
        return dialog;
    }

    static QAbstractButton* button(const QWidget& parent, const QString& name)
    {
        return parent.findChild<QAbstractButton*>(name);
    }

    static QLineEdit* edit(const QWidget& parent, const QString& name)
    {
        return parent.findChild<QLineEdit*>(name);
    }

    static void type(const QWidget& parent, const QString& name, const QString& text)
    {
        edit(parent, name)->setFocus();
        edit(parent, name)->selectAll();
        QTest::keyClicks(edit(parent, name), text);
    }

    static QString label(const QWidget& parent, const QString& name)
    {
        const auto* found = parent.findChild<QLabel*>(name);
        return found && found->isVisible() ? found->text() : QString();
    }

    static QListWidget* list(const QWidget& parent)
    {
        return parent.findChild<QListWidget*>(u"profiles"_s);
    }

    static void answer(QWidget& parent, QMessageBox::StandardButton choice)
    {
        auto* box = parent.findChild<QMessageBox*>();
        QVERIFY(box);
        box->button(choice)->click();
    }

    static void paste(const QWidget& parent, const QString& url)
    {
        QGuiApplication::clipboard()->setText(url);
        edit(parent, u"url"_s)->setFocus();
        QTest::keySequence(edit(parent, u"url"_s), QKeySequence(QKeySequence::Paste));
    }

    static Profile sales()
    {
        return {.name = u"Sales"_s,
                .connection = {.engine = Engine::PostgreSql,
                               .host = u"127.0.0.1"_s,
                               .port = 6543,
                               .database = u"crm"_s,
                               .user = u"anna"_s,
                               .sslMode = u"disable"_s},
                .production = true};
    }

    /// Everything under the folder of the settings, to look for what must not be there.
    [[nodiscard]] QByteArray savedText() const
    {
        QByteArray all;
        QDir folder(m_folder->path());
        const auto found = folder.entryList({u"clientele"_s}, QDir::Dirs);
        for (const QString& name : found) {
            const QDir sub(folder.filePath(name));
            for (const QString& file : sub.entryList(QDir::Files)) {
                QFile saved(sub.filePath(file));
                if (saved.open(QIODevice::ReadOnly))
                    all += saved.readAll();
            }
        }
        return all;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_folder->path().toUtf8());
        qputenv("XDG_DATA_HOME", m_folder->path().toUtf8());
        for (const char* name : {"DATABASE_URL", "DB_HOST", "DB_PORT", "DB_NAME", "DB_USER",
                                 "DB_PASSWORD", "DB_SSL_MODE"})
            qunsetenv(name);
    }

    void showsTheLocalBookThatCannotBeRemoved()
    {
        const auto dialog = open();
        QCOMPARE(list(*dialog)->count(), 1);
        QVERIFY(!button(*dialog, u"removeProfile"_s)->isEnabled());
        QVERIFY(edit(*dialog, u"file"_s)->isReadOnly());
        QVERIFY(edit(*dialog, u"file"_s)->text().endsWith(u"customers.db"_s));
        QCOMPARE(button(*dialog, u"open"_s)->text(), u"Op&en"_s);
    }

    void showsTheEnvironmentReadOnlyWithItsSources()
    {
        qputenv("DB_HOST", "db.example");
        qputenv("DB_PASSWORD", "canary-env");
        const auto dialog = open(u"Environment"_s);
        QCOMPARE(edit(*dialog, u"host"_s)->text(), u"db.example"_s);
        QVERIFY(edit(*dialog, u"host"_s)->isReadOnly());
        QCOMPARE(edit(*dialog, u"password"_s)->text(), u"canary-env"_s);
        QVERIFY(label(*dialog, u"sources"_s).contains(u"DB_HOST"_s));
        QVERIFY(!label(*dialog, u"sources"_s).contains(u"canary-env"_s));
        QVERIFY(!button(*dialog, u"save"_s)->isVisible());
    }

    void aPastedUrlFillsTheForm()
    {
        const auto dialog = open();
        button(*dialog, u"addProfile"_s)->click();
        paste(*dialog, u"postgresql://anna:s%40crt@sales.example:6543/crm?sslmode=require"_s);
        QCOMPARE(edit(*dialog, u"host"_s)->text(), u"sales.example"_s);
        QCOMPARE(edit(*dialog, u"port"_s)->text(), u"6543"_s);
        QCOMPARE(edit(*dialog, u"database"_s)->text(), u"crm"_s);
        QCOMPARE(edit(*dialog, u"user"_s)->text(), u"anna"_s);
        QCOMPARE(edit(*dialog, u"password"_s)->text(), u"s@crt"_s);
        QCOMPARE(edit(*dialog, u"password"_s)->echoMode(), QLineEdit::Password);
        QCOMPARE(dialog->findChild<QComboBox*>(u"encryption"_s)->currentData().toString(),
                 u"require"_s);
        QVERIFY(edit(*dialog, u"url"_s)->text().isEmpty());
    }

    void aPastedUrlThatIsNoneSaysWhy()
    {
        const auto dialog = open();
        button(*dialog, u"addProfile"_s)->click();
        paste(*dialog, u"mysql://anna@sales.example/crm"_s);
        QVERIFY(!label(*dialog, u"urlNote"_s).isEmpty());
        QVERIFY(edit(*dialog, u"host"_s)->text().isEmpty());
    }

    void anEnvFileFillsTheForm()
    {
        QFile env(m_folder->filePath(u"shop.env"_s));
        QVERIFY(env.open(QIODevice::WriteOnly));
        env.write("DB_HOST=shop.example\nDB_NAME=shop\nDB_USER=bob\nDB_PASSWORD='canary'\n");
        env.close();
        const auto dialog = open();
        button(*dialog, u"addProfile"_s)->click();
        button(*dialog, u"chooseEnvFile"_s)->click();
        auto* chooser = dialog->findChild<QFileDialog*>();
        QVERIFY(chooser);
        auto* name = chooser->findChild<QLineEdit*>(u"fileNameEdit"_s);
        name->setText(env.fileName());
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(edit(*dialog, u"host"_s)->text(), u"shop.example"_s);
        QCOMPARE(edit(*dialog, u"database"_s)->text(), u"shop"_s);
        QCOMPARE(edit(*dialog, u"user"_s)->text(), u"bob"_s);
        QCOMPARE(edit(*dialog, u"password"_s)->text(), u"canary"_s);
    }

    void savesAndReadsBackWithoutThePassword()
    {
        {
            const auto dialog = open();
            button(*dialog, u"addProfile"_s)->click();
            type(*dialog, u"profileName"_s, u"Shop"_s);
            paste(*dialog,
                  u"postgresql://bob:canary@shop.example/shop?connect_timeout=7&sslmode=disable"_s);
            button(*dialog, u"readOnly"_s)->click();
            button(*dialog, u"save"_s)->click();
            QTRY_COMPARE(button(*dialog, u"open"_s)->text(), u"Op&en"_s);
            QCOMPARE(list(*dialog)->currentItem()->text(), u"Shop"_s);
            QCOMPARE(edit(*dialog, u"password"_s)->text(), u"canary"_s);
        }
        const auto again = open(u"Shop"_s);
        QCOMPARE(edit(*again, u"host"_s)->text(), u"shop.example"_s);
        QCOMPARE(edit(*again, u"options"_s)->text(), u"connect_timeout=7"_s);
        QVERIFY(button(*again, u"readOnly"_s)->isChecked());
        QVERIFY(edit(*again, u"password"_s)->text().isEmpty());
        QVERIFY(savedText().contains("shop.example"));
        QVERIFY(!savedText().contains("canary"));
    }

    void marksWhatCannotBeSaved()
    {
        QVERIFY(profiles::save(sales()).wait());
        const auto dialog = open();
        button(*dialog, u"addProfile"_s)->click();
        button(*dialog, u"save"_s)->click();
        QCOMPARE(label(*dialog, u"profileNameNote"_s), u"A connection needs a name."_s);
        type(*dialog, u"profileName"_s, u"sales"_s);
        type(*dialog, u"port"_s, u"99999"_s);
        button(*dialog, u"save"_s)->click();
        QCOMPARE(label(*dialog, u"profileNameNote"_s),
                 u"There is another connection of this name."_s);
        QCOMPARE(label(*dialog, u"portNote"_s), u"1 to 65535"_s);
        QVERIFY(edit(*dialog, u"profileName"_s)->hasFocus());
    }

    void asksBeforeChangesAreLost()
    {
        QVERIFY(profiles::save(sales()).wait());
        const auto dialog = open(u"Sales"_s);
        type(*dialog, u"host"_s, u"other.example"_s);
        list(*dialog)->setFocus();
        QTest::keyClick(list(*dialog), Qt::Key_Up);
        QTRY_VERIFY(dialog->findChild<QMessageBox*>());
        answer(*dialog, QMessageBox::Cancel);
        QCOMPARE(edit(*dialog, u"host"_s)->text(), u"other.example"_s);
        QTRY_VERIFY(!dialog->findChild<QMessageBox*>());

        dialog->reject();
        QVERIFY(dialog->isVisible());
        answer(*dialog, QMessageBox::Discard);
        QTRY_VERIFY(!dialog->isVisible());
        QCOMPARE(profiles::list().wait()->profiles.back(), sales());
    }

    void savesBeforeItGoesOn()
    {
        QVERIFY(profiles::save(sales()).wait());
        const auto dialog = open(u"Sales"_s);
        type(*dialog, u"host"_s, u"other.example"_s);
        QTest::keyClick(list(*dialog), Qt::Key_Up);
        QTRY_VERIFY(dialog->findChild<QMessageBox*>());
        answer(*dialog, QMessageBox::Save);
        QTRY_COMPARE(list(*dialog)->currentRow(), 0);
        QCOMPARE(profiles::list().wait()->profiles.back().connection.host, u"other.example"_s);
    }

    void removesOnlyAfterAsking()
    {
        QVERIFY(profiles::save(sales()).wait());
        const auto dialog = open(u"Sales"_s);
        button(*dialog, u"removeProfile"_s)->click();
        answer(*dialog, QMessageBox::Cancel);
        QCOMPARE(list(*dialog)->count(), 2);
        QTRY_VERIFY(!dialog->findChild<QMessageBox*>());
        button(*dialog, u"removeProfile"_s)->click();
        auto* box = dialog->findChild<QMessageBox*>();
        QVERIFY(box);
        for (QAbstractButton* each : box->buttons()) {
            if (box->buttonRole(each) == QMessageBox::DestructiveRole)
                each->click();
        }
        QTRY_COMPARE(list(*dialog)->count(), 1);
        QCOMPARE(profiles::list().wait()->profiles.size(), 1);
    }

    void duplicatesAProfile()
    {
        QVERIFY(profiles::save(sales()).wait());
        const auto dialog = open(u"Sales"_s);
        button(*dialog, u"copyProfile"_s)->click();
        QCOMPARE(edit(*dialog, u"profileName"_s)->text(), u"Sales copy"_s);
        QCOMPARE(edit(*dialog, u"host"_s)->text(), u"127.0.0.1"_s);
        button(*dialog, u"save"_s)->click();
        QTRY_COMPARE(profiles::list().wait()->profiles.size(), 3);
    }

    void savesAndOpensWithThePassword()
    {
        QVERIFY(profiles::save(sales()).wait());
        const auto dialog = open(u"Sales"_s);
        QList<std::pair<Profile, QString>> opened;
        connect(dialog.get(), &ConnectionsDialog::openRequested, this,
                [&opened](const Profile& profile, const QString& password) {
                    opened.append({profile, password});
                });
        type(*dialog, u"database"_s, u"shop"_s);
        type(*dialog, u"password"_s, u"canary"_s);
        QCOMPARE(button(*dialog, u"open"_s)->text(), u"Save and op&en"_s);
        button(*dialog, u"open"_s)->click();
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened.front().first.connection.database, u"shop"_s);
        QCOMPARE(opened.front().second, u"canary"_s);
        QVERIFY(!dialog->isVisible());
    }

    void aFailedTestShowsTheStep()
    {
        // A port that was free a moment ago: nobody listens there.
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        Profile closed = sales();
        closed.connection.port = free.serverPort();
        free.close();
        QVERIFY(profiles::save(closed).wait());

        const auto dialog = open(u"Sales"_s);
        type(*dialog, u"password"_s, u"canary"_s);
        button(*dialog, u"test"_s)->click();
        QTRY_VERIFY(!label(*dialog, u"testFailure"_s).isEmpty());
        QVERIFY(
            label(*dialog, u"testHeading"_s).contains(stepName(ConnectionCheck::Step::ReachPort)));
        button(*dialog, u"copyTest"_s)->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(stepName(ConnectionCheck::Step::ReachPort)), qPrintable(copied));
        QVERIFY(!copied.contains(u"canary"_s));

        type(*dialog, u"host"_s, u"elsewhere"_s);
        QVERIFY(!dialog->findChild<QWidget*>(u"report"_s)->isVisible());
    }

    void aPassedTestTellsWhatTheEngineCanDo()
    {
        EngineProbeView view;
        view.setReport({{.capability = Capability::Savepoints,
                         .verdict = CapabilityFinding::Verdict::Yes,
                         .finding = u"a part can be undone"_s},
                        {.capability = Capability::Copy,
                         .verdict = CapabilityFinding::Verdict::No,
                         .finding = u"refused"_s}});
        auto* heading = button(view, u"engineHeading"_s);
        auto* findings = view.findChild<QWidget*>(u"engineFindings"_s);
        QVERIFY(view.isVisible());
        QVERIFY(!findings->isVisible());
        QCOMPARE(heading->accessibleName(), u"What this engine can do"_s);
        heading->click();
        QVERIFY(findings->isVisible());
        QCOMPARE(findings->findChildren<QLabel*>().size(), 6);
        view.clear();
        QVERIFY(!view.isVisible());
    }

    void aPasswordIsAskedForHidden()
    {
        PasswordDialog dialog(u"anna@sales.example:5432/crm"_s);
        dialog.show();
        QCOMPARE(label(dialog, u"location"_s), u"anna@sales.example:5432/crm"_s);
        QTest::keyClicks(edit(dialog, u"password"_s), u"canary"_s);
        QCOMPARE(edit(dialog, u"password"_s)->echoMode(), QLineEdit::Password);
        QTest::keyClick(edit(dialog, u"password"_s), Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.password(), u"canary"_s);
    }
};

QTEST_MAIN(tst_ConnectionsDialog)
#include "tst_connectionsdialog.moc"
