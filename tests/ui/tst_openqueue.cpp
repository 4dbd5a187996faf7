// SPDX-License-Identifier: GPL-3.0-or-later
// What starts of the program ask of the window: files, a new customer, an import.
#include "core/config/folders.h"
#include "core/services/importjob.h"
#include "tests/ui/desk.h"
#include "ui/common/messagebar.h"
#include "ui/importing/importdialog.h"
#include "ui/importing/jobs.h"
#include "ui/mainwindow/openevents.h"

#include <QDropEvent>
#include <QFile>
#include <QFileOpenEvent>
#include <QMimeData>
#include <QTemporaryDir>

using namespace clientele;
using namespace clientele::testing;

class OpenQueueTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_scheme = new SchemeController(*qApp); }
    void init();
    void cleanup() { m_desk.reset(); }
    void opensABook();
    void importsFilesOneAfterTheOther();
    void importsIntoTheBookThatComesAlong();
    void takesWhatIsDropped();
    void refusesWhatIsDroppedFromElsewhere();
    void takesWhatTheDesktopSendsByAnEvent();
    void asksForAFileWhereNoneIsNamed();
    void importsABookWhereThatIsAsked();
    void beginsACustomer();
    void saysWhatCannotBeOpened();
    void opensOneBookOnly();
    void refusesWhereTheBookIsReadOnly();
    void waitsForTheDialogThatIsOpen();
    void keepsWhatIsTyped();
    void staysWhereAnImportIsNotToBeStopped();
    void takesTheSavedConnectionToTheFile();
    void startsWithTheFile();
    void startsWithoutOne();
    void comesToTheFront();

private:
    SchemeController* m_scheme = nullptr;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;

    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    QString write(const QString& name, const QByteArray& content) const;
    QString makeBook(const QString& name, const QString& customer = {}) const;
    [[nodiscard]] QString openFile() const
    {
        return m_desk->state() == BookSession::State::Open
                   ? m_desk->window.session().profile().connection.file
                   : QString();
    }
    [[nodiscard]] QString openImport() const;
    [[nodiscard]] QString told() const;
    bool drop(const QList<QUrl>& urls) const;
    void closeImport() const { m_desk->window.findChild<ImportDialog*>()->reject(); }
};

QString OpenQueueTest::write(const QString& name, const QByteArray& content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("The test's file cannot be written");
    return file.fileName();
}

QString OpenQueueTest::makeBook(const QString& name, const QString& customer) const
{
    Book book({.file = path(name)}, {});
    if (!book.open().wait())
        qFatal("The test's book cannot be made");
    if (!customer.isEmpty() &&
        !book.create({.name = customer, .email = u"someone@example.com"_s}).wait())
        qFatal("The test's customer cannot be made");
    return path(name);
}

/// The title of the import that is open, or nothing.
QString OpenQueueTest::openImport() const
{
    const auto* dialog = m_desk->window.findChild<ImportDialog*>();
    return dialog && dialog->isVisible() ? dialog->windowTitle() : QString();
}

QString OpenQueueTest::told() const
{
    const auto* bar = m_desk->find<MessageBar>(u"openMessage"_s);
    return bar->isVisible() ? bar->text() : QString();
}

/// Whether the window takes them.
bool OpenQueueTest::drop(const QList<QUrl>& urls) const
{
    QMimeData data;
    data.setUrls(urls);
    const QPoint middle = m_desk->window.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QApplication::sendEvent(&m_desk->window, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_desk->window, &drop);
    return drop.isAccepted();
}

void OpenQueueTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    folders::moveTo(m_folder->path());
    const ConnectionSettings settings{.file = makeBook(u"first.db"_s, u"Ann First"_s)};
    m_desk = std::make_unique<Desk>(m_folder->path(), *m_scheme, settings);
    QTRY_VERIFY(m_desk->ready());
}

void OpenQueueTest::opensABook()
{
    const QString second = makeBook(u"second.clientele"_s, u"Bob Second"_s);
    m_desk->window.serve({.files = {second}});
    QTRY_COMPARE(openFile(), second);
    QTRY_VERIFY(m_desk->ready());
    QCOMPARE(m_desk->cell(0), u"Bob Second"_s);
    QCOMPARE(m_desk->window.session().profile().name, u"second"_s);
    QCOMPARE(told(), QString());
}

void OpenQueueTest::importsFilesOneAfterTheOther()
{
    const QString march = write(u"march.csv"_s, "name,email\nZoë,zoe@example.com\n");
    const QString april = write(u"april.json"_s, R"([{"name":"Mia","email":"mia@example.com"}])");
    m_desk->window.serve({.files = {march, april}});
    QTRY_COMPARE(openImport(), u"Import march.csv"_s);
    closeImport();
    QTRY_COMPARE(openImport(), u"Import april.json"_s);
    closeImport();
    QTRY_COMPARE(openImport(), QString());
}

void OpenQueueTest::importsIntoTheBookThatComesAlong()
{
    const QString march = write(u"march.csv"_s, "name,email\nZoë,zoe@example.com\n");
    const QString second = makeBook(u"second.db"_s);
    m_desk->window.serve({.files = {march, second}});
    QTRY_COMPARE(openImport(), u"Import march.csv"_s);
    QCOMPARE(openFile(), second);
}

void OpenQueueTest::takesWhatIsDropped()
{
    const QString march = write(u"march.csv"_s, "name,email\nZoë,zoe@example.com\n");
    QVERIFY(drop({QUrl::fromLocalFile(march)}));
    QTRY_COMPARE(openImport(), u"Import march.csv"_s);
    closeImport();

    const QString second = makeBook(u"second.clientele"_s, u"Bob Second"_s);
    QVERIFY(drop({QUrl::fromLocalFile(second), QUrl::fromLocalFile(march)}));
    QTRY_COMPARE(openImport(), u"Import march.csv"_s);
    QCOMPARE(openFile(), second);
}

void OpenQueueTest::refusesWhatIsDroppedFromElsewhere()
{
    QVERIFY(!drop({QUrl(u"https://example.com/march.csv"_s)}));
    QVERIFY(!drop({}));
    QCOMPARE(openImport(), QString());
}

void OpenQueueTest::takesWhatTheDesktopSendsByAnEvent()
{
    const OpenEvents opens(*qApp);
    connect(&opens, &OpenEvents::requested, &m_desk->window, &MainWindow::serve);
    const QString second = makeBook(u"second.clientele"_s, u"Bob Second"_s);
    QFileOpenEvent book(second);
    QVERIFY(QApplication::sendEvent(qApp, &book));
    QTRY_COMPARE(openFile(), second);
    QFileOpenEvent rows(write(u"march.csv"_s, "name,email\nZoë,zoe@example.com\n"));
    QVERIFY(QApplication::sendEvent(qApp, &rows));
    QTRY_COMPARE(openImport(), u"Import march.csv"_s);
    QFileOpenEvent elsewhere(QUrl(u"https://example.com/march.csv"_s));
    QVERIFY(QApplication::sendEvent(qApp, &elsewhere));
    QCOMPARE(told(), QString());
}

void OpenQueueTest::asksForAFileWhereNoneIsNamed()
{
    m_desk->window.serve({.import = true});
    QTRY_COMPARE(openImport(), u"Import customers"_s);
}

void OpenQueueTest::importsABookWhereThatIsAsked()
{
    const QString second = makeBook(u"second.db"_s);
    m_desk->window.serve({.files = {second}, .import = true});
    QTRY_COMPARE(openImport(), u"Import second.db"_s);
    QCOMPARE(openFile(), path(u"first.db"_s));
}

void OpenQueueTest::beginsACustomer()
{
    m_desk->window.serve({.newCustomer = true});
    QTRY_VERIFY(m_desk->shows(u"nameField"_s));
    QCOMPARE(m_desk->find<QLineEdit>(u"nameField"_s)->text(), QString());
}

void OpenQueueTest::saysWhatCannotBeOpened()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
    const QString march = write(u"march.csv"_s, "name,email\nZoë,zoe@example.com\n");
    m_desk->window.serve({.files = {path(u"gone.csv"_s), path(u"folder"_s), march}});
    QTRY_COMPARE(openImport(), u"Import march.csv"_s);
    QVERIFY2(told().contains(u"There is no file %1."_s.arg(path(u"gone.csv"_s))),
             qPrintable(told()));
    QVERIFY2(told().contains(u"%1 is a folder."_s.arg(path(u"folder"_s))), qPrintable(told()));
}

void OpenQueueTest::opensOneBookOnly()
{
    const QString second = makeBook(u"second.db"_s);
    const QString third = makeBook(u"third.db"_s);
    m_desk->window.serve({.files = {second, third}});
    QTRY_COMPARE(openFile(), second);
    QCOMPARE(told(), u"%1 was not opened: a window shows one book at a time."_s.arg(third));
}

void OpenQueueTest::refusesWhereTheBookIsReadOnly()
{
    m_desk =
        std::make_unique<Desk>(m_folder->path(), *m_scheme,
                               ConnectionSettings{.readOnly = true, .file = path(u"first.db"_s)});
    QTRY_VERIFY(m_desk->ready());
    const QString march = write(u"march.csv"_s, "name,email\nZoë,zoe@example.com\n");
    m_desk->window.serve({.files = {march}, .newCustomer = true});
    QTRY_COMPARE(told(), u"%1 cannot be imported here: this book is read only.\n"
                         "No customer can be added here: this book is read only."_s.arg(march));
}

void OpenQueueTest::waitsForTheDialogThatIsOpen()
{
    const QString march = write(u"march.csv"_s, "name,email\nZoë,zoe@example.com\n");
    const QString second = makeBook(u"second.db"_s);
    m_desk->window.openImport(march);
    QTRY_COMPARE(openImport(), u"Import march.csv"_s);
    m_desk->window.serve({.files = {second, path(u"gone.csv"_s)}});
    // Told of at once, so the request has been looked at.
    QTRY_VERIFY(!told().isEmpty());
    QCoreApplication::sendPostedEvents();
    QCOMPARE(openImport(), u"Import march.csv"_s);
    QCOMPARE(openFile(), path(u"first.db"_s));
    closeImport();
    QTRY_COMPARE(openFile(), second);
}

void OpenQueueTest::keepsWhatIsTyped()
{
    const QString second = makeBook(u"second.db"_s);
    // What is typed is kept by connection: the one that the window has is a saved one.
    QVERIFY(profiles::save(m_desk->window.session().profile()).wait());
    m_desk->page()->newCustomer();
    m_desk->type(u"nameField"_s, u"Carla Unsaved"_s);
    QTRY_COMPARE(m_desk->page()->unsaved(), 1);
    m_desk->window.serve({.files = {second}});
    QTRY_COMPARE(openFile(), second);
    QTRY_VERIFY(m_desk->ready());
    m_desk->window.serve({.files = {path(u"first.db"_s)}});
    QTRY_COMPARE(openFile(), path(u"first.db"_s));
    QTRY_COMPARE(m_desk->page()->unsaved(), 1);
}

void OpenQueueTest::staysWhereAnImportIsNotToBeStopped()
{
    QByteArray rows("name,email\n"); // more than are through before it pauses
    for (int i = 0; i < 10'000; ++i)
        rows += "Zoë,zoe" + QByteArray::number(i) + "@example.com\n";
    const QString march = write(u"march.csv"_s, rows);
    const QString second = makeBook(u"second.db"_s);
    auto job =
        std::make_shared<ImportJob>(*m_desk->window.session().book(),
                                    ImportPlan{.file = march,
                                               .mapping = {{CustomerField::Name, {u"name"_s}},
                                                           {CustomerField::Email, {u"email"_s}}},
                                               .chunkRows = 50});
    job->setPaused(true);
    m_desk->window.jobs().add(job);
    m_desk->window.serve({.files = {second, march}});
    QTRY_VERIFY(m_desk->shows(u"leaveQuestion"_s));
    m_desk->find<QPushButton>(u"cancelButton"_s)->click();
    QTRY_VERIFY(!m_desk->shows(u"leaveQuestion"_s));
    // What was meant for the other book is forgotten, what comes next is done.
    m_desk->window.serve({.import = true});
    QTRY_COMPARE(openImport(), u"Import customers"_s);
    QCOMPARE(openFile(), path(u"first.db"_s));
    QVERIFY(!job->isFinished());
    job->cancel();
    QTRY_VERIFY(job->isFinished());
}

void OpenQueueTest::takesTheSavedConnectionToTheFile()
{
    const QString second = makeBook(u"second.db"_s);
    QVERIFY(profiles::save({.name = u"Sales 2026"_s,
                            .connection = {.readOnly = true, .file = second},
                            .production = true})
                .wait());
    m_desk->window.serve({.files = {second}});
    QTRY_COMPARE(openFile(), second);
    QCOMPARE(m_desk->window.session().profile().name, u"Sales 2026"_s);
    QVERIFY(m_desk->window.session().book()->info().readOnly);
}

void OpenQueueTest::startsWithTheFile()
{
    const QString second = makeBook(u"second.db"_s, u"Bob Second"_s);
    JsonStore store(m_folder->path());
    StallMeter meter;
    MainWindow window(store, *m_scheme, meter);
    window.start({}, {.files = {second}});
    QTRY_COMPARE(window.session().state(), BookSession::State::Open);
    QCOMPARE(window.session().profile().connection.file, second);
    QVERIFY(!QFile::exists(path(u"customers.db"_s)));
}

void OpenQueueTest::startsWithoutOne()
{
    JsonStore store(m_folder->path());
    StallMeter meter;
    MainWindow window(store, *m_scheme, meter);
    window.start({.profile = u"Local book"_s}, {.files = {path(u"gone.db"_s)}});
    QTRY_COMPARE(window.session().state(), BookSession::State::Open);
    QCOMPARE(window.session().profile().connection.file, path(u"customers.db"_s));
    QVERIFY(!QFile::exists(path(u"gone.db"_s)));
    QVERIFY(window.findChild<MessageBar*>(u"openMessage"_s)->text().contains(u"gone.db"_s));
}

void OpenQueueTest::comesToTheFront()
{
    m_desk->window.showMinimized();
    QVERIFY(m_desk->window.isMinimized());
    m_desk->window.serve({.activation = "token-17"});
    QVERIFY(!m_desk->window.isMinimized());
    QVERIFY(m_desk->window.isVisible());
    QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("token-17"));
    qunsetenv("XDG_ACTIVATION_TOKEN");
}

QTEST_MAIN(OpenQueueTest)
#include "tst_openqueue.moc"
