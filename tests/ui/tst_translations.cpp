// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/translations.h"
#include "ui/common/jsonstore.h"
#include "ui/common/stallmeter.h"
#include "ui/importing/jobwording.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/schemecontroller.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace clientele;
using namespace Qt::StringLiterals;

namespace {

QStringList titles(const QMenuBar* bar)
{
    QStringList result;
    for (const QAction* action : bar->actions())
        result << action->text().remove(u'&');
    return result;
}

/// The letters that two entries of one menu share, as "File: n"; of its submenus too.
QStringList clashes(const QString& where, const QList<QAction*>& actions)
{
    QStringList found;
    QString letters;
    for (const QAction* action : actions) {
        const QString letter = QKeySequence::mnemonic(action->text()).toString();
        if (!letter.isEmpty() && letters.contains(letter.back()))
            found << u"%1: %2"_s.arg(where, action->text());
        if (!letter.isEmpty())
            letters += letter.back();
        if (action->menu())
            found << clashes(action->text(), action->menu()->actions());
    }
    return found;
}

} // namespace

/// The program in a person's language, from what is compiled into it.
class TranslationsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void speaksGerman();
    void speaksEnglishWhereItHasNoWords();
    void choosesTheFirstLanguageThatItHas();
    void givesEachEntryOfAMenuItsOwnLetter_data();
    void givesEachEntryOfAMenuItsOwnLetter();

private:
    void speak(const QLocale& locale);

    QTemporaryDir m_folder;
    std::unique_ptr<JsonStore> m_store;
    StallMeter m_meter;
    SchemeController m_scheme{*qApp};
};

void TranslationsTest::init()
{
    m_store = std::make_unique<JsonStore>(m_folder.path());
}

void TranslationsTest::cleanup()
{
    for (QTranslator* translator : qApp->findChildren<QTranslator*>())
        delete translator;
    QLocale::setDefault(QLocale::system());
}

void TranslationsTest::speak(const QLocale& locale)
{
    QLocale::setDefault(locale);
    translations::install(*qApp, locale);
}

void TranslationsTest::speaksGerman()
{
    speak(QLocale(u"de_AT"_s));
    MainWindow window(*m_store, m_scheme, m_meter);
    QCOMPARE(titles(window.menuBar()),
             (QStringList{u"Datei"_s, u"Bearbeiten"_s, u"Ansicht"_s, u"Kunde"_s, u"Hilfe"_s}));
    QCOMPARE(jobwording::summary(JobRecord{.customers = 1}), u"1 Kunde geschrieben"_s);
    QCOMPARE(jobwording::summary(JobRecord{.customers = 12}), u"12 Kunden geschrieben"_s);
    // Qt's own words, where they were installed when this was built.
    QVERIFY(QFile::exists(u":/translations/qtbase_de.qm"_s));
    const QDialogButtonBox box(QDialogButtonBox::Cancel);
    QCOMPARE(box.button(QDialogButtonBox::Cancel)->text().remove(u'&'), u"Abbrechen"_s);
}

void TranslationsTest::speaksEnglishWhereItHasNoWords()
{
    speak(QLocale(u"eo"_s));
    MainWindow window(*m_store, m_scheme, m_meter);
    QCOMPARE(titles(window.menuBar()),
             (QStringList{u"File"_s, u"Edit"_s, u"View"_s, u"Customer"_s, u"Help"_s}));
    QCOMPARE(jobwording::summary(JobRecord{.customers = 1}), u"1 customer written"_s);
    QCOMPARE(jobwording::summary(JobRecord{.customers = 0}), u"0 customers written"_s);
}

void TranslationsTest::choosesTheFirstLanguageThatItHas()
{
    qputenv("LC_ALL", {});
    qputenv("LANG", "fr_FR.UTF-8");
    qputenv("LANGUAGE", "eo:de:en");
    translations::install(*qApp, QLocale::system());
    QCOMPARE(jobwording::summary(JobRecord{.customers = 1}), u"1 Kunde geschrieben"_s);
    qputenv("LC_ALL", "C.UTF-8");
    qunsetenv("LANGUAGE");
}

void TranslationsTest::givesEachEntryOfAMenuItsOwnLetter_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("German") << u"de"_s;
}

void TranslationsTest::givesEachEntryOfAMenuItsOwnLetter()
{
    QFETCH(const QString, language);
    speak(QLocale(language));
    MainWindow window(*m_store, m_scheme, m_meter);
    QCOMPARE(clashes(u"bar"_s, window.menuBar()->actions()), QStringList());
}

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
