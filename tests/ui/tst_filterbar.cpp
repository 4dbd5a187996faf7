// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/customers/filterbar.h"

#include "ui/common/chip.h"
#include "ui/customers/filterpopup.h"
#include "ui/customers/filterwords.h"

#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace clientele;
using namespace Qt::StringLiterals;

class FilterBarTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysFiltersInWords_data();
    void saysFiltersInWords();
    void showsStateOnItsThreeChips();
    void writesTheStateIntoTheText();
    void takesAFilterOutByClickAndByDel();
    void leavesDelToTheChip();
    void foldsWhatDoesNotFit();
    void keepsTheCountInSight();
    void saysAProblemOnceTypingRests();
    void setsFiltersByThePopup();
    void leavesAloneWhatThePopupDidNotTouch();
    void startsThePopupFromTheText();

private:
    std::unique_ptr<FilterBar> m_bar;

    [[nodiscard]] QList<Chip*> chips() const
    {
        QList<Chip*> shown;
        for (auto* chip : m_bar->findChildren<Chip*>(u"filterChip"_s)) {
            if (chip->isVisible())
                shown.append(chip);
        }
        return shown;
    }
    [[nodiscard]] QStringList words() const
    {
        QStringList all;
        for (const Chip* chip : chips())
            all << chip->text();
        return all;
    }
    template <class T>
    [[nodiscard]] T* find(const QString& name) const
    {
        return m_bar->findChild<T*>(name);
    }
};

void FilterBarTest::init()
{
    m_bar = std::make_unique<FilterBar>();
    m_bar->resize(1200, 60);
    m_bar->show();
}

void FilterBarTest::saysFiltersInWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::newRow("days") << u"created:2024-05-03..2024-06-17"_s
                          << u"created: 3 May – 17 Jun 2024"_s;
    QTest::newRow("two years") << u"created:2023-12-01..2024-05-31"_s
                               << u"created: 1 Dec 2023 – 31 May 2024"_s;
    QTest::newRow("a month") << u"created:2024-05"_s << u"created: May 2024"_s;
    QTest::newRow("a year") << u"updated:2024"_s << u"updated: 2024"_s;
    QTest::newRow("a day") << u"updated:2024-05-17"_s << u"updated: 17 May 2024"_s;
    QTest::newRow("open end") << u"created:2024-05-17.."_s << u"created: from 17 May 2024"_s;
    QTest::newRow("open begin") << u"created:..2024-05-17"_s << u"created: until 17 May 2024"_s;
    QTest::newRow("e-mail") << u"email:@acme.com"_s << u"e-mail: @acme.com"_s;
    QTest::newRow("not e-mail") << u"-email:@acme.com"_s << u"not e-mail: @acme.com"_s;
    QTest::newRow("no phone") << u"phone:none"_s << u"no phone number"_s;
    QTest::newRow("any phone") << u"phone:any"_s << u"with a phone number"_s;
    QTest::newRow("not") << u"-example.org"_s << u"not: example.org"_s;
    QTest::newRow("id") << u"id:42"_s << u"id: 42"_s;
}

void FilterBarTest::saysFiltersInWords()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    const CustomerSearch search = CustomerSearch::parse(text);
    QCOMPARE(search.terms.size(), 1);
    QVERIFY(filterwords::isFilter(search.terms.front()));
    QCOMPARE(filterwords::describe(search.terms.front()), words);
}

void FilterBarTest::showsStateOnItsThreeChips()
{
    m_bar->showText(u"anna active:no"_s);
    QVERIFY(find<Chip>(u"chipInactive"_s)->isChecked());
    QCOMPARE(words(), QStringList());
    m_bar->showText(u"anna -active:no"_s);
    QVERIFY(find<Chip>(u"chipActive"_s)->isChecked());
    m_bar->showText(u"anna"_s);
    QVERIFY(find<Chip>(u"chipAll"_s)->isChecked());
}

void FilterBarTest::writesTheStateIntoTheText()
{
    const QSignalSpy chosen(m_bar.get(), &FilterBar::textChosen);
    m_bar->showText(u"anna"_s);
    find<Chip>(u"chipInactive"_s)->click();
    QCOMPARE(chosen.at(0).at(0).toString(), u"anna active:no"_s);
    m_bar->showText(u"anna active:no"_s);
    find<Chip>(u"chipActive"_s)->click();
    QCOMPARE(chosen.at(1).at(0).toString(), u"anna active:yes"_s);
    find<Chip>(u"chipAll"_s)->click();
    QCOMPARE(chosen.at(2).at(0).toString(), u"anna"_s);
}

void FilterBarTest::takesAFilterOutByClickAndByDel()
{
    const QSignalSpy chosen(m_bar.get(), &FilterBar::textChosen);
    m_bar->showText(u"anna id:42 phone:none"_s);
    QCOMPARE(words(), QStringList({u"id: 42"_s, u"no phone number"_s}));
    QCOMPARE(chips()[0]->accessibleName(), u"Remove the filter id: 42"_s);
    chips()[0]->click();
    QCOMPARE(chosen.at(0).at(0).toString(), u"anna phone:none"_s);
    chips()[1]->setFocus();
    QTest::keyClick(chips()[1], Qt::Key_Delete);
    QCOMPARE(chosen.at(1).at(0).toString(), u"anna id:42"_s);
    m_bar->showText(u"anna id:42"_s);
    QTRY_VERIFY(chips()[0]->hasFocus());
}

void FilterBarTest::leavesDelToTheChip()
{
    // Else it would deactivate who is selected in the table.
    m_bar->showText(u"id:42"_s);
    QKeyEvent asked(QEvent::ShortcutOverride, Qt::Key_Delete, Qt::NoModifier);
    asked.ignore();
    QCoreApplication::sendEvent(chips()[0], &asked);
    QVERIFY(asked.isAccepted());
}

void FilterBarTest::foldsWhatDoesNotFit()
{
    const QSignalSpy chosen(m_bar.get(), &FilterBar::textChosen);
    m_bar->resize(560, 60);
    m_bar->showText(u"id:42 phone:none email:@acme.com created:2024 updated:2024"_s);
    auto* fold = find<Chip>(u"foldedFilters"_s);
    QTRY_VERIFY(fold->isVisible());
    const qsizetype shown = chips().size();
    QVERIFY(shown < 5);
    QCOMPARE(fold->text(), u"+%1"_s.arg(5 - shown));
    QCOMPARE(fold->menu()->actions().size(), 5 - shown);
    fold->menu()->actions().last()->trigger();
    QCOMPARE(chosen.at(0).at(0).toString(), u"id:42 phone:none email:@acme.com created:2024"_s);
    m_bar->resize(1600, 60);
    QTRY_COMPARE(chips().size(), 5);
    QVERIFY(!fold->isVisible());
}

void FilterBarTest::keepsTheCountInSight()
{
    m_bar->setCount(u"about 310,000 of 10,000,000"_s);
    m_bar->showText(u"id:42 phone:none email:@acme.com created:2024 updated:2024 -x -y -z"_s);
    m_bar->resize(640, 60);
    const auto* count = find<QLabel>(u"countLabel"_s);
    const auto* add = find<Chip>(u"addFilter"_s);
    QTRY_VERIFY(count->geometry().right() <= m_bar->rect().right());
    QVERIFY(count->width() >= count->sizeHint().width());
    QTRY_VERIFY(add->mapTo(m_bar.get(), add->rect().topRight()).x() < count->geometry().left());
}

void FilterBarTest::saysAProblemOnceTypingRests()
{
    auto* note = find<QLabel>(u"filterNote"_s);
    m_bar->showText(u"anna created:abc"_s);
    QVERIFY(!note->isVisible());
    QTRY_VERIFY(note->isVisible());
    QVERIFY(note->text().contains(u"created:abc"_s));
    m_bar->showText(u"anna created:2024"_s);
    QVERIFY(!note->isVisible());
    m_bar->setHint(u"Sorted without an index"_s);
    QVERIFY(!note->isVisible());
    QVERIFY(find<QLabel>(u"sortHint"_s)->isVisible());
    QCOMPARE(find<QLabel>(u"sortHint"_s)->toolTip(), u"Sorted without an index"_s);
}

void FilterBarTest::setsFiltersByThePopup()
{
    FilterPopup popup(u"anna"_s, m_bar.get());
    popup.setAttribute(Qt::WA_DeleteOnClose, false);
    const QSignalSpy chosen(&popup, &FilterPopup::chosen);
    const auto press = [&popup](const QString& name) {
        for (auto* chip : popup.findChildren<Chip*>()) {
            if (chip->accessibleName() == name)
                chip->click();
        }
    };
    press(u"Created in the last 7 days"_s);
    press(u"Phone: Without"_s);
    popup.findChild<QLineEdit*>(u"filterEmail"_s)->setText(u"@acme.com"_s);
    QCOMPARE(popup.findChild<QLabel*>(u"filterToken"_s)->text(),
             u"created:<7d phone:none email:@acme.com"_s);
    for (auto* day : popup.findChildren<QDateEdit*>()) {
        if (day->accessibleName().startsWith(u"Created"_s))
            day->setDate(day->accessibleName() == u"Created from"_s ? QDate(2024, 5, 1)
                                                                    : QDate(2024, 5, 31));
    }
    popup.findChild<QPushButton*>(u"applyFilter"_s)->click();
    QCOMPARE(chosen.at(0).at(0).toString(),
             u"anna created:2024-05-01..2024-05-31 phone:none email:@acme.com"_s);
}

void FilterBarTest::leavesAloneWhatThePopupDidNotTouch()
{
    const QString typed = u"created:>=2024 anna -created:2025 updated:<3h"_s;
    FilterPopup popup(typed, m_bar.get());
    popup.setAttribute(Qt::WA_DeleteOnClose, false);
    const QSignalSpy chosen(&popup, &FilterPopup::chosen);
    popup.findChild<QPushButton*>(u"applyFilter"_s)->click();
    QCOMPARE(chosen.at(0).at(0).toString(), typed);
}

void FilterBarTest::startsThePopupFromTheText()
{
    FilterPopup popup(u"active:no created:<30d phone:any email:acme"_s, m_bar.get());
    popup.setAttribute(Qt::WA_DeleteOnClose, false);
    QStringList on;
    for (const auto* chip : popup.findChildren<Chip*>()) {
        if (chip->isChecked())
            on << chip->accessibleName();
    }
    on.sort();
    QCOMPARE(on, QStringList({u"Created in the last 30 days"_s, u"Customers: Inactive"_s,
                              u"Phone: With a number"_s}));
    QCOMPARE(popup.findChild<QLineEdit*>(u"filterEmail"_s)->text(), u"acme"_s);
}

QTEST_MAIN(FilterBarTest)
#include "tst_filterbar.moc"
