// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/profilestore.h"
#include "core/config/secretstore.h"
#include "core/services/profileservice.h"
#include "tests/support/postgresserver.h"
#include "tests/support/secretservice.h"
#include "ui/common/jsonstore.h"
#include "ui/common/stallmeter.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/connections/passworddialog.h"
#include "ui/mainwindow/booksession.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/schemecontroller.h"

#include <QCheckBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;
using namespace clientele::testing;

/// A person, a server that wants a password, and a keychain that may have it.
class tst_Keychain final : public QObject
{
    Q_OBJECT

private:
    using State = BookSession::State;

    inline static const QString canary = u"c4nary in the keychain"_s;

    std::unique_ptr<SecretService> m_keychain;
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JsonStore> m_store;
    StallMeter m_meter;
    SchemeController m_scheme{*qApp};

    [[nodiscard]] Profile profile(bool remembered) const
    {
        return {.name = u"Sales"_s, .connection = m_server->settings(), .remembered = remembered};
    }

    [[nodiscard]] QString stored() const
    {
        const auto read = profiles::storedPassword(profile(true)).wait();
        return read ? *read : u"-"_s;
    }

    static bool isRemembered() { return (*ProfileStore().find(u"Sales"_s))->remembered; }

    template <class T>
    static T* child(const QWidget& parent, const QString& name)
    {
        return parent.findChild<T*>(name);
    }

    [[nodiscard]] std::unique_ptr<ConnectionsDialog> connections() const
    {
        auto dialog = std::make_unique<ConnectionsDialog>(u"Sales"_s);
        dialog->show();
        const auto* form = child<QWidget>(*dialog, u"form"_s);
        [&] { QTRY_VERIFY(form->isVisible()); }();
        return dialog;
    }

    [[nodiscard]] bool anyFileHolds(const QByteArray& text) const
    {
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return m_keychain->filesHold(text);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_keychain = std::make_unique<SecretService>();
        m_server = std::make_unique<PostgresServer>(PostgresServer::Options{.password = canary});
    }

    void cleanupTestCase()
    {
        m_server.reset();
        m_keychain.reset();
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_folder->path().toUtf8());
        qputenv("XDG_DATA_HOME", m_folder->path().toUtf8());
        m_store = std::make_unique<JsonStore>(m_folder->path());
        QVERIFY(SecretStore().erase(SecretStore::keyOf(profile(true))).wait());
        QVERIFY(profiles::save(profile(false)).wait());
    }

    void cleanup() { QVERIFY(!anyFileHolds(canary.toUtf8())); }

    void theFormRemembersOnlyWhereItIsTicked()
    {
        auto dialog = connections();
        auto* box = child<QCheckBox>(*dialog, u"remember"_s);
        auto* password = child<QLineEdit>(*dialog, u"password"_s);
        auto* save = child<QPushButton>(*dialog, u"save"_s);
        QTRY_VERIFY(box->isEnabled());
        QVERIFY(!box->isChecked());
        QTest::keyClicks(password, canary);
        QVERIFY(!save->isEnabled());
        box->click();
        QTRY_VERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(stored(), canary);
        QTRY_VERIFY(isRemembered());

        // Opened again it says where the password is, and does not show it.
        dialog = connections();
        box = child<QCheckBox>(*dialog, u"remember"_s);
        password = child<QLineEdit>(*dialog, u"password"_s);
        QTRY_VERIFY(box->isChecked());
        QCOMPARE(password->text(), QString());
        QCOMPARE(password->placeholderText(), u"in the keychain"_s);
        child<QPushButton>(*dialog, u"test"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            child<QWidget>(*dialog, u"report"_s)->findChildren<QLabel*>().size() > 4, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(dialog->findChildren<QLabel*>(),
                                                     [](const QLabel* label) {
                                                         return label->text().contains(
                                                             u"There is no table customer"_s);
                                                     }),
                                 10'000);

        box->click();
        save = child<QPushButton>(*dialog, u"save"_s);
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(stored(), u"-"_s);
        QTRY_VERIFY(!isRemembered());
    }

    void theFormWantsThePasswordThatItIsToRemember()
    {
        const auto dialog = connections();
        auto* box = child<QCheckBox>(*dialog, u"remember"_s);
        QTRY_VERIFY(box->isEnabled());
        box->click();
        child<QPushButton>(*dialog, u"save"_s)->click();
        QVERIFY(std::ranges::any_of(dialog->findChildren<QLabel*>(), [](const QLabel* label) {
            return label->text() == u"Type the password that is to be remembered."_s;
        }));
        QVERIFY(!isRemembered());
    }

    void opensWithoutAsking()
    {
        QVERIFY(profiles::setStoredPassword(u"Sales"_s, canary).wait());
        MainWindow window(*m_store, m_scheme, m_meter);
        window.show();
        window.openProfile(profile(true));
        QCOMPARE(window.session().state(), State::Opening);
        QTRY_COMPARE(window.session().state(), State::SchemaMissing);
        QVERIFY(!window.findChild<PasswordDialog*>());
    }

    void asksWhereTheKeychainsPasswordIsRefused()
    {
        QVERIFY(profiles::setStoredPassword(u"Sales"_s, u"of yesterday"_s).wait());
        MainWindow window(*m_store, m_scheme, m_meter);
        window.show();
        window.openProfile(profile(true));
        QTRY_VERIFY(window.findChild<PasswordDialog*>());
        auto* dialog = window.findChild<PasswordDialog*>();
        QCOMPARE(child<QLabel>(*dialog, u"reason"_s)->text(),
                 u"The password in the keychain was refused."_s);
        QVERIFY(child<QCheckBox>(*dialog, u"remember"_s)->isChecked());
        // Once more wrong: asked again, and the keychain is left as it is.
        QTest::keyClicks(child<QLineEdit>(*dialog, u"password"_s), u"of tomorrow"_s);
        child<QPushButton>(*dialog, u"signIn"_s)->click();
        QTRY_VERIFY(window.findChild<PasswordDialog*>() &&
                    window.findChild<PasswordDialog*>() != dialog);
        dialog = window.findChild<PasswordDialog*>();
        QVERIFY(child<QLabel>(*dialog, u"reason"_s)->isHidden());
        QVERIFY(child<QCheckBox>(*dialog, u"remember"_s)->isChecked());
        QCOMPARE(stored(), u"of yesterday"_s);
        QTest::keyClicks(child<QLineEdit>(*dialog, u"password"_s), canary);
        child<QPushButton>(*dialog, u"signIn"_s)->click();
        QTRY_COMPARE(window.session().state(), State::SchemaMissing);
        QTRY_COMPARE(stored(), canary);
        QVERIFY(isRemembered());
    }

    void theDialogRemembersAndForgets()
    {
        MainWindow window(*m_store, m_scheme, m_meter);
        window.show();
        window.openProfile(profile(false));
        QTRY_VERIFY(window.findChild<PasswordDialog*>());
        auto* dialog = window.findChild<PasswordDialog*>();
        auto* box = child<QCheckBox>(*dialog, u"remember"_s);
        QVERIFY(!box->isChecked());
        QTRY_VERIFY(box->isEnabled());
        box->click();
        QTest::keyClicks(child<QLineEdit>(*dialog, u"password"_s), canary);
        child<QPushButton>(*dialog, u"signIn"_s)->click();
        QTRY_COMPARE(window.session().state(), State::SchemaMissing);
        QTRY_COMPARE(stored(), canary);
        QTRY_VERIFY(isRemembered());
        QTRY_VERIFY(window.session().profile().remembered);

        QVERIFY(SecretStore().write(SecretStore::keyOf(profile(true)), u"wrong"_s).wait());
        window.openProfile(profile(true));
        QTRY_VERIFY(window.findChild<PasswordDialog*>() &&
                    window.findChild<PasswordDialog*>() != dialog);
        dialog = window.findChild<PasswordDialog*>();
        child<QCheckBox>(*dialog, u"remember"_s)->click();
        QTest::keyClicks(child<QLineEdit>(*dialog, u"password"_s), canary);
        child<QPushButton>(*dialog, u"signIn"_s)->click();
        QTRY_COMPARE(window.session().state(), State::SchemaMissing);
        QTRY_COMPARE(stored(), u"-"_s);
        QTRY_VERIFY(!isRemembered());
    }

    /// What is not in a file cannot be remembered by name.
    void aUrlOfTheCommandLineIsNotOffered()
    {
        MainWindow window(*m_store, m_scheme, m_meter);
        window.start(
            {.url = u"postgresql://postgres@127.0.0.1:%1/postgres"_s.arg(m_server->port())});
        QTRY_VERIFY(window.findChild<PasswordDialog*>());
        QVERIFY(!window.findChild<QCheckBox*>(u"remember"_s));
    }

    void goesOnWhereTheKeychainHangs()
    {
        QVERIFY(profiles::setStoredPassword(u"Sales"_s, canary).wait());
        m_keychain->stop();
        {
            MainWindow window(*m_store, m_scheme, m_meter);
            window.show();
            window.openProfile(profile(true));
            QCOMPARE(window.session().state(), State::Opening);
            // Another book opens at once, and so does closing the window.
            window.openProfile(
                {.name = u"Other"_s, .connection = {.file = m_folder->filePath(u"other.db"_s)}});
            QTRY_COMPARE(window.session().state(), State::Open);
            window.openProfile(profile(true));
        }
        m_keychain->resume();
    }
};

QTEST_MAIN(tst_Keychain)
#include "tst_keychain.moc"
