// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/madeupcustomers.h"
#include "tests/bench/measure.h"
#include "tests/bench/windowchild.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/searchcontroller.h"
#include "ui/models/customertablemodel.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTest>

namespace clientele::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int shortUse = 2000; ///< acts
constexpr int shownEvery = 500;
constexpr auto longUse = 60min; // halved below

/// Somebody who cannot make up their mind, and waits for nothing for long.
class RestlessPerson final
{
public:
    RestlessPerson(WindowProbe& probe, qint64 rows)
        : m_probe(probe), m_searches(madeup::searches(1000, rows))
    {}

    void act()
    {
        const int choice = m_dice.bounded(100);
        if (choice < 35)
            m_probe.page().search().setText(m_searches[m_next++ % m_searches.size()]);
        else if (choice < 45)
            m_probe.page().search().setText({});
        else if (choice < 65)
            jump();
        else if (choice < 85)
            holdPageDown();
        else if (choice < 92)
            sort();
        else
            m_probe.model().refresh();
        const auto settled = [this] { return !m_probe.model().isLoading() && m_probe.showsRows(); };
        m_probe.waitFor(settled, 150ms);
    }

private:
    void jump()
    {
        QScrollBar& bar = *m_probe.table().verticalScrollBar();
        bar.setValue(m_dice.bounded(bar.maximum() + 1));
    }
    void holdPageDown()
    {
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(&m_probe.table(), Qt::Key_PageDown);
            m_probe.pause(33ms);
        }
    }
    void sort()
    {
        static const QList<CustomerField> fields = {
            CustomerField::Name,      CustomerField::Email,     CustomerField::Phone,
            CustomerField::CreatedAt, CustomerField::UpdatedAt, CustomerField::Id};
        // Every other time by name again: what has no index would be all there is otherwise.
        const bool byName = std::exchange(m_byName, !m_byName);
        const auto field = byName ? CustomerField::Name : fields[m_dice.bounded(fields.size())];
        m_probe.page().search().setSort(
            {{.field = field, .descending = !byName && m_dice.bounded(2) == 0}});
    }

    WindowProbe& m_probe;
    const QStringList m_searches;
    QRandomGenerator m_dice{1};
    qsizetype m_next = 0;
    bool m_byName = false;
};

double megabytes()
{
    return residentMegabytes(QCoreApplication::applicationPid());
}

} // namespace

QJsonObject useWindow(const WindowTask& task)
{
    const auto book = openBook(task.book);
    WindowProbe probe(*book);
    const double opened = megabytes();
    RestlessPerson person(probe, task.rows);
    const QDeadlineTimer half(longUse / 2);
    const QDeadlineTimer end(longUse);
    double early = 0;
    double most = opened;
    int acts = 0;
    std::vector<double> course{opened};
    while (task.isLong ? !end.hasExpired() : acts < shortUse) {
        person.act();
        most = std::max(most, megabytes());
        ++acts;
        if (task.isLong ? !half.hasExpired() : 2 * acts <= shortUse)
            early = most;
        if (acts % shownEvery == 0)
            course.push_back(megabytes());
    }
    return {{u"acts"_s, acts},
            {u"opened"_s, opened},
            {u"early"_s, early},
            {u"most"_s, most},
            {u"used"_s, megabytes()},
            {u"course"_s, toJson(course)},
            {u"waits"_s, toJson(probe.waits())}};
}

void benchMemory(Workshop& workshop, const BrowsedBook& book, Report& report)
{
    const QJsonObject answer = inWindow(
        u"use"_s, {.book = book.settings, .rows = book.rows, .isLong = workshop.options().isLong});
    const auto number = [&](const QString& name) { return answer[name].toDouble(); };
    QStringList course;
    for (const double megabyte : toNumbers(answer[u"course"]))
        course += QString::number(megabyte, 'f', 0);
    say(u"MB, every %1 acts: %2"_s.arg(shownEvery).arg(course.join(u' ')));
    report.add({.name = u"Resident memory of a window with %1 open (MB)"_s.arg(book.name()),
                .ours = number(u"opened"_s),
                .limited = Figure::Limited::Ours,
                .limit = 150});
    report.add({.name = u"The most of it during %1 acts (MB)"_s.arg(number(u"acts"_s)),
                .ours = number(u"most"_s),
                .limited = Figure::Limited::Ours,
                .limit = 150});
    report.add({.name = u"And after them, beside the most of their first half (MB)"_s,
                .ours = number(u"used"_s),
                .peer = number(u"early"_s),
                .limit = 1.1});
    addWaits(report, u"using "_s + book.name(), {answer});
}

} // namespace clientele::bench
