// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/book.h"
#include "ui/common/jsonstore.h"
#include "ui/importing/exportdialog.h"
#include "ui/importing/jobs.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace clientele;

class tst_ExportDialog final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<JsonStore> m_store;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<Jobs> m_jobs;
    std::vector<Customer> m_customers;
    QList<QUrl> m_opened;

    static QAbstractButton* button(const QWidget& parent, const QString& name)
    {
        return parent.findChild<QAbstractButton*>(name);
    }

    static bool offers(const QWidget& parent, const QString& name)
    {
        const auto* widget = parent.findChild<QWidget*>(name);
        return widget && widget->isVisible();
    }

    static QString text(const QWidget& parent, const QString& name)
    {
        const auto* label = parent.findChild<QLabel*>(name);
        return label && label->isVisible() ? label->text() : QString();
    }

    static void choose(const QWidget& parent, const QString& name, const QVariant& data)
    {
        auto* box = parent.findChild<QComboBox*>(name);
        QVERIFY(box->findData(data) >= 0);
        box->setCurrentIndex(box->findData(data));
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }

    QByteArray content(const QString& name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
    }

    ExportOffer everybody() const
    {
        using enum CustomerField;
        return {.viewCount = 3, .bookCount = 3, .shownColumns = {Email, Name}};
    }

    ExportOffer zoes() const
    {
        ExportOffer offer = everybody();
        offer.view.text = u"zo"_s;
        offer.viewCount = 2;
        return offer;
    }

    /// Takes what is offered, as a person does.
    void exportTo(ExportDialog& dialog, const QString& name)
    {
        connect(&dialog, &ExportDialog::started, m_jobs.get(), &Jobs::add);
        dialog.show();
        button(dialog, u"forward"_s)->click();
        auto* chooser = dialog.findChild<QFileDialog*>();
        QVERIFY(chooser);
        auto* edit = chooser->findChild<QLineEdit*>(u"fileNameEdit"_s);
        edit->setText(path(name));
        QTest::keyClick(edit, Qt::Key_Return);
    }

public Q_SLOTS:
    void noteOpened(const QUrl& url) { m_opened.append(url); }

private Q_SLOTS:
    void initTestCase()
    {
        m_store = std::make_unique<JsonStore>(path(u"settings"_s));
        m_jobs = std::make_unique<Jobs>();
        m_book = std::make_unique<Book>(ConnectionSettings{.file = path(u"book.db"_s)}, QString());
        QVERIFY(m_book->open().wait());
        const auto made = m_book
                              ->bulkCreate({{.name = u"Zoë"_s, .email = u"zoe@example.com"_s},
                                            {.name = u"Zora"_s, .email = u"zora@example.com"_s},
                                            {.name = u"Mia"_s, .email = u"mia@example.com"_s}})
                              .wait();
        QVERIFY(made);
        m_customers = *made;
    }

    void cleanup()
    {
        m_jobs->forgetFinished();
        QFile::remove(path(u"settings/export.json"_s));
    }

    void cleanupTestCase()
    {
        m_jobs.reset();
        m_book.reset();
        m_store.reset();
    }

    void offersWhatThereIs()
    {
        ExportDialog all(*m_book, everybody(), nullptr);
        all.show();
        QVERIFY(button(all, u"scopeBook"_s)->isChecked());
        QVERIFY(button(all, u"scopeBook"_s)->text().contains(u"All 3 customers"_s));
        QVERIFY(!offers(all, u"scopeView"_s) && !offers(all, u"scopeSelection"_s));
        QVERIFY(button(all, u"columnsShown"_s)->text().contains(u"e-mail, name"_s));

        ExportOffer offer = zoes();
        offer.selection.ids = {m_customers[0].id};
        offer.selectedCount = 1;
        ExportDialog one(*m_book, offer, nullptr);
        one.show();
        QVERIFY(button(one, u"scopeView"_s)->isChecked()); // one is always selected
        QVERIFY(button(one, u"scopeView"_s)->text().contains(u"The 2 that"_s));
        QVERIFY(offers(one, u"scopeSelection"_s));

        offer.selection.ids.push_back(m_customers[1].id);
        offer.selectedCount = 2;
        ExportDialog two(*m_book, offer, nullptr);
        QVERIFY(button(two, u"scopeSelection"_s)->isChecked());
    }

    void offersOnlyWhatTheFormatHas()
    {
        ExportDialog dialog(*m_book, everybody(), nullptr);
        dialog.show();
        const auto offered = [&](const QString& format) {
            choose(dialog, u"exportFormat"_s, format);
            QString seen;
            for (const QString& name : {u"columnsAll"_s, u"exportDelimiter"_s, u"exportNull"_s,
                                        u"exportGuard"_s, u"exportPacked"_s})
                seen += offers(dialog, name) ? u'x' : u'-';
            return seen;
        };
        QCOMPARE(offered(u"csv"_s), u"xxxxx"_s);
        QCOMPARE(offered(u"tsv"_s), u"x-xxx"_s);
        QCOMPARE(offered(u"json"_s), u"x---x"_s);
        QCOMPARE(offered(u"xlsx"_s), u"x----"_s);
        QCOMPARE(offered(u"vcard"_s), u"----x"_s);
        QCOMPARE(offered(u"markdown"_s), u"x---x"_s);
        QVERIFY(text(dialog, u"exportNote"_s).contains(u"table"_s));
    }

    void writesTheViewAsCsv()
    {
        ExportDialog dialog(*m_book, zoes(), nullptr);
        exportTo(dialog, u"view.csv"_s);
        QTRY_COMPARE(text(dialog, u"exportHeading"_s), u"2 customers written"_s);
        QVERIFY(content(u"view.csv"_s).contains("zoe@example.com"));
        QVERIFY(!content(u"view.csv"_s).contains("mia@example.com"));
        QVERIFY(m_jobs->all().back()->isFinished());
        QVERIFY(!offers(dialog, u"exportProgress"_s) && !offers(dialog, u"cancel"_s));
    }

    void writesEverybodyInTheOrderOfTheTable()
    {
        ExportOffer offer = zoes();
        offer.view.sort = {{.field = CustomerField::Name}};
        ExportDialog dialog(*m_book, offer, nullptr);
        button(dialog, u"scopeBook"_s)->click();
        button(dialog, u"columnsShown"_s)->click();
        exportTo(dialog, u"all.csv"_s);
        QTRY_COMPARE(text(dialog, u"exportHeading"_s), u"3 customers written"_s);
        QCOMPARE(content(u"all.csv"_s),
                 QByteArray("email,name\nmia@example.com,Mia\nzoe@example.com,Zoë\n"
                            "zora@example.com,Zora\n"));
    }

    void writesTheSelection()
    {
        ExportOffer offer = everybody();
        offer.selection.ids = {m_customers[2].id};
        offer.selection.ranges = {{.begin = {.offset = 1}, .count = 1}};
        offer.selectedCount = 2;
        ExportDialog dialog(*m_book, offer, nullptr);
        choose(dialog, u"exportFormat"_s, u"jsonl"_s);
        exportTo(dialog, u"some.jsonl"_s);
        QTRY_COMPARE(text(dialog, u"exportHeading"_s), u"2 customers written"_s);
        QCOMPARE(content(u"some.jsonl"_s),
                 toJsonLine(m_customers[2]) + '\n' + toJsonLine(m_customers[1]) + '\n');
    }

    void remembersWhatWasChosen()
    {
        {
            ExportDialog dialog(*m_book, everybody(), m_store.get());
            choose(dialog, u"exportDelimiter"_s, QChar(u';'));
            choose(dialog, u"exportLineEnd"_s, u"crlf"_s);
            dialog.findChild<QLineEdit*>(u"exportNull"_s)->setText(u"-"_s);
            button(dialog, u"exportGuard"_s)->setChecked(false);
            button(dialog, u"columnsShown"_s)->setChecked(true);
            exportTo(dialog, u"first.csv"_s);
            QTRY_COMPARE(text(dialog, u"exportHeading"_s), u"3 customers written"_s);
        }
        ExportDialog dialog(*m_book, everybody(), m_store.get());
        QTRY_COMPARE(dialog.findChild<QComboBox*>(u"exportDelimiter"_s)->currentData(),
                     QVariant(QChar(u';')));
        QVERIFY(!button(dialog, u"exportGuard"_s)->isChecked());
        exportTo(dialog, u"second.csv"_s);
        QTRY_COMPARE(text(dialog, u"exportHeading"_s), u"3 customers written"_s);
        QCOMPARE(content(u"second.csv"_s), content(u"first.csv"_s));
        QVERIFY(content(u"second.csv"_s).startsWith("email;name\r\n"));
    }

    void packsTheFileThatIsNamedSo()
    {
        ExportDialog dialog(*m_book, everybody(), nullptr);
        dialog.show();
        button(dialog, u"exportPacked"_s)->click();
        button(dialog, u"forward"_s)->click();
        auto* chooser = dialog.findChild<QFileDialog*>();
        QVERIFY(chooser);
        QCOMPARE(chooser->defaultSuffix(), u"csv.gz"_s);
        chooser->reject();
        dialog.start(path(u"all.csv.gz"_s));
        QTRY_COMPARE(text(dialog, u"exportHeading"_s), u"3 customers written"_s);
        QVERIFY(content(u"all.csv.gz"_s).startsWith("\x1f\x8b"));
    }

    void refusesWhatCannotStandForNothing()
    {
        ExportDialog dialog(*m_book, everybody(), nullptr);
        dialog.show();
        auto* null = dialog.findChild<QLineEdit*>(u"exportNull"_s);
        null->setText(u"a,b"_s);
        QVERIFY(offers(dialog, u"exportNullRefusal"_s));
        QVERIFY(!button(dialog, u"forward"_s)->isEnabled());
        choose(dialog, u"exportDelimiter"_s, QChar(u';'));
        QVERIFY(button(dialog, u"forward"_s)->isEnabled());
        null->setText(u"a;b"_s);
        QVERIFY(!button(dialog, u"forward"_s)->isEnabled());
        choose(dialog, u"exportFormat"_s, u"json"_s); // which has it not
        QVERIFY(button(dialog, u"forward"_s)->isEnabled());
    }

    void goesOnWhenItIsClosedAndCanBeCancelled()
    {
        const QString pipe = path(u"pipe.csv"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        {
            ExportDialog dialog(*m_book, everybody(), nullptr);
            connect(&dialog, &ExportDialog::started, m_jobs.get(), &Jobs::add);
            dialog.show();
            dialog.start(pipe);
            QVERIFY(offers(dialog, u"exportProgress"_s));
            button(dialog, u"forward"_s)->click();
            QVERIFY(!dialog.isVisible());
        }
        QCOMPARE(m_jobs->running().size(), size_t(1));

        ExportDialog dialog(*m_book, everybody(), nullptr);
        dialog.show();
        dialog.start(pipe);
        button(dialog, u"cancel"_s)->click();
        QTRY_VERIFY(dialog.job()->isFinished());
        QCOMPARE(dialog.job()->error().value().kind, ErrorKind::Cancelled);
        QVERIFY(!offers(dialog, u"exportMessage"_s));
        QVERIFY(!offers(dialog, u"openFile"_s));
        m_jobs->cancelAll();
        QTRY_VERIFY(m_jobs->running().empty());
        QVERIFY(QFile::remove(pipe));
    }

    void opensWhatWasWritten()
    {
        QDesktopServices::setUrlHandler(u"file"_s, this, "noteOpened");
        ExportDialog dialog(*m_book, everybody(), nullptr);
        exportTo(dialog, u"open.csv"_s);
        QTRY_VERIFY(offers(dialog, u"openFile"_s));
        button(dialog, u"openFile"_s)->click();
        button(dialog, u"openFolder"_s)->click();
        QDesktopServices::unsetUrlHandler(u"file"_s);
        QCOMPARE(m_opened, QList({QUrl::fromLocalFile(path(u"open.csv"_s)),
                                  QUrl::fromLocalFile(m_folder.path())}));
    }

    void saysWhyNothingWasWrittenAndGoesBack()
    {
        ExportDialog dialog(*m_book, everybody(), nullptr);
        dialog.show();
        dialog.start(path(u"missing/all.csv"_s));
        QTRY_COMPARE(text(dialog, u"exportHeading"_s), u"No file was written"_s);
        const auto* bar = dialog.findChild<QWidget*>(u"exportMessage"_s);
        QVERIFY(bar->isVisible());
        QVERIFY(text(*bar, u"messageText"_s).contains(u"all.csv"_s));
        QVERIFY(!offers(dialog, u"openFile"_s));
        button(dialog, u"back"_s)->click();
        QVERIFY(!bar->isVisible());
        QVERIFY(offers(dialog, u"exportFormat"_s));
        exportTo(dialog, u"there.csv"_s);
        QTRY_COMPARE(text(dialog, u"exportHeading"_s), u"3 customers written"_s);
    }

    void namesEveryControl()
    {
        ExportOffer offer = zoes();
        offer.selectedCount = 2;
        ExportDialog dialog(*m_book, offer, nullptr);
        dialog.show();
        QSet<QKeySequence> keys;
        const auto add = [&](const QString& label) {
            const auto key = QKeySequence::mnemonic(label);
            QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(label));
            keys.insert(key);
        };
        for (QWidget* widget : dialog.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() ||
                widget->inherits("QAbstractScrollArea"))
                continue;
            QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!face->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
            if (const auto* named = qobject_cast<QAbstractButton*>(widget))
                add(named->text());
        }
        for (const QLabel* label : dialog.findChildren<QLabel*>()) {
            if (label->isVisible() && label->buddy())
                add(label->text());
        }
        QVERIFY(keys.size() > 8);
    }
};

QTEST_MAIN(tst_ExportDialog)
#include "tst_exportdialog.moc"
