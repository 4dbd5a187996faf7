// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/book.h"
#include "ui/importing/exportdialog.h"
#include "ui/importing/jobs.h"

#include <QAbstractButton>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace clientele;

class tst_ExportDialog final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<Jobs> m_jobs;

    static QAbstractButton* button(const QWidget& parent, const QString& name)
    {
        return parent.findChild<QAbstractButton*>(name);
    }

    static QString text(const QWidget& parent, const QString& name)
    {
        const auto* label = parent.findChild<QLabel*>(name);
        return label && label->isVisible() ? label->text() : QString();
    }

    void exportTo(ExportDialog& dialog, const QString& file)
    {
        connect(&dialog, &ExportDialog::started, m_jobs.get(), &Jobs::add);
        dialog.show();
        button(dialog, u"forward"_s)->click();
        auto* chooser = dialog.findChild<QFileDialog*>();
        QVERIFY(chooser);
        auto* edit = chooser->findChild<QLineEdit*>(u"fileNameEdit"_s);
        edit->setText(file);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    static QByteArray content(const QString& name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_jobs = std::make_unique<Jobs>();
        m_book = std::make_unique<Book>(ConnectionSettings{.file = m_folder.filePath(u"book.db"_s)},
                                        QString());
        QVERIFY(m_book->open().wait());
        QVERIFY(m_book
                    ->bulkCreate({{.name = u"Zoë"_s, .email = u"zoe@example.com"_s},
                                  {.name = u"Mia"_s, .email = u"mia@example.com"_s}})
                    .wait());
    }

    void cleanupTestCase()
    {
        m_jobs.reset();
        m_book.reset();
    }

    void writesTheViewAsCsv()
    {
        ExportDialog dialog(*m_book, {.text = u"zoe"_s}, 1);
        exportTo(dialog, m_folder.filePath(u"view.csv"_s));
        QTRY_COMPARE(text(dialog, u"exportHeading"_s), u"1 customer written"_s);
        const QByteArray csv = content(m_folder.filePath(u"view.csv"_s));
        QVERIFY(csv.contains("zoe@example.com"));
        QVERIFY(!csv.contains("mia@example.com"));
        QVERIFY(m_jobs->all().back()->isFinished());
    }

    void writesTheFormatThatIsChosen()
    {
        ExportDialog dialog(*m_book, {}, 2);
        dialog.show();
        QVERIFY(text(dialog, u"exportWhat"_s).startsWith(u"All 2 customers"_s));
        button(dialog, u"formatJsonLines"_s)->click();
        exportTo(dialog, m_folder.filePath(u"all.jsonl"_s));
        QTRY_COMPARE(text(dialog, u"exportHeading"_s), u"2 customers written"_s);
        QCOMPARE(content(m_folder.filePath(u"all.jsonl"_s)).count('\n'), 2);
    }

    void saysWhyNothingWasWritten()
    {
        ExportDialog dialog(*m_book, {}, 2);
        exportTo(dialog, m_folder.filePath(u"missing/all.csv"_s));
        QTRY_COMPARE(text(dialog, u"exportHeading"_s), u"No file was written"_s);
        const auto* bar = dialog.findChild<QWidget*>(u"exportMessage"_s);
        QVERIFY(bar->isVisible());
        QVERIFY(text(*bar, u"messageText"_s).contains(u"all.csv"_s));
    }
};

QTEST_MAIN(tst_ExportDialog)
#include "tst_exportdialog.moc"
