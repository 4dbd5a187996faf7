// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/madeupcustomers.h"
#include "tests/bench/measure.h"
#include "tests/bench/rawpeer.h"
#include "tests/bench/windowchild.h"
#include "tests/support/wireproxy.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/searchcontroller.h"
#include "ui/models/customertablemodel.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

namespace clientele::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int keys = 30;
constexpr auto roundTrip = 50ms;
constexpr auto keyRepeat = 33ms;
constexpr double mostMilliseconds = 60; ///< that a search takes over that line

/// What the field holds after each of @p keys key presses, of somebody who types one name after the
/// other.
QStringList typedByHand(qint64 rows)
{
    QStringList texts;
    for (const QString& search : madeup::searches(keys, rows)) {
        for (qsizetype length = 1; length <= std::min<qsizetype>(5, search.size()); ++length) {
            if (search[length - 1] != u' ') // a blank at the end asks for nothing new
                texts += search.first(length);
        }
    }
    return texts.first(keys);
}

/// And after each repetition of a key that is held down: a letter, then Backspace.
QStringList typedByHolding(bool backspace)
{
    QStringList texts;
    for (int i = 1; i <= keys; ++i)
        texts += QString(backspace ? keys - i + 1 : i, u'n');
    return texts;
}

CustomerQuery queryOf(const QString& text)
{
    return {.text = text, .sort = {{.field = CustomerField::Name}}};
}

/// A window on a book behind a proxy.
class SlowLine final
{
public:
    explicit SlowLine(const ConnectionSettings& direct)
        : m_proxy(direct), m_book(openBook(m_proxy.settings(direct.database))), m_probe(*m_book),
          m_direct(openBook(direct))
    {}

    /// Milliseconds of each text, set while nothing else goes on.
    std::vector<double> keysFromIdle(const QStringList& texts)
    {
        std::vector<double> times;
        for (const QString& text : texts) {
            rest();
            times.push_back(m_probe.search(text));
        }
        return times;
    }

    /// Milliseconds that the database takes for the first rows of a text, without line and window.
    double alone(const QString& text)
    {
        std::vector<double> times;
        for (int i = 0; i < 3; ++i) {
            times.push_back(1000 * secondsOf([&] {
                                if (!m_direct->page(queryOf(text), {}).wait())
                                    qFatal("A search failed");
                            }));
        }
        return median(times);
    }

    struct Held
    {
        int mostUnderWay = 0;        ///< pages asked for and not answered
        double lastMilliseconds = 0; ///< from the last key to the rows of its text
    };

    Held hold(const QStringList& texts)
    {
        rest();
        const auto pages = statementsOf(texts);
        m_proxy.resetCounters();
        const auto before = m_book->activity();
        m_lastSeen = before.isEmpty() ? 0 : before.last().number;
        qint64 answered = 0;
        Held held;
        QTimer counting;
        counting.setTimerType(Qt::PreciseTimer);
        QObject::connect(&counting, &QTimer::timeout, &m_probe.page(), [&] {
            answered += answeredSince(pages);
            held.mostUnderWay = std::max(held.mostUnderWay, int(sent(pages) - answered));
        });
        counting.start(1ms);

        for (const QString& text : texts.first(texts.size() - 1)) {
            m_probe.page().search().setText(text);
            m_probe.pause(keyRepeat);
        }
        held.lastMilliseconds = m_probe.search(texts.last());
        return held;
    }

    void delay(std::chrono::milliseconds time) { m_proxy.delay(time); }

private:
    /// Until nothing was said for a while.
    void rest()
    {
        m_probe.waitFor([this] { return !m_probe.model().isEstimate(); }, 3s);
        m_probe.pause(300ms);
    }

    /// All that is sent for pages of these searches.
    QSet<QString> statementsOf(const QStringList& texts)
    {
        QSet<QString> statements;
        for (const QString& text : texts) {
            for (const Statement& sent : sentForPage(*m_direct, queryOf(text), {}))
                statements += sent.sql;
        }
        return statements;
    }

    qint64 sent(const QSet<QString>& pages) const
    {
        const QStringList all = m_proxy.statements();
        return std::ranges::count_if(all, [&](const QString& sql) { return pages.contains(sql); });
    }

    qint64 answeredSince(const QSet<QString>& pages)
    {
        qint64 answers = 0;
        for (const ActivityRecord& record : m_book->activity(m_lastSeen)) {
            answers += pages.contains(record.text) ? 1 : 0;
            m_lastSeen = record.number;
        }
        return answers;
    }

    testing::WireProxy m_proxy;
    std::unique_ptr<Book> m_book;
    WindowProbe m_probe;
    std::unique_ptr<Book> m_direct; ///< tells which statements are pages
    qint64 m_lastSeen = 0;
};

} // namespace

QJsonObject typeOverSlowLine(const WindowTask& task)
{
    SlowLine line(task.book);
    const QStringList typed = typedByHand(task.rows);
    line.keysFromIdle(typed); // finds the table in memory
    const auto quick = line.keysFromIdle(typed);
    line.delay(roundTrip);
    const auto slow = line.keysFromIdle(typed);
    std::vector<double> beyond;
    std::ranges::transform(slow, quick, std::back_inserter(beyond), std::minus());

    double mostUnderWay = 0;
    double longestLast = -1e9;
    for (const bool backspace : {false, true}) {
        const QStringList held = typedByHolding(backspace);
        const auto slowly = line.hold(held);
        const double alone = line.alone(held.last());
        say(u"key held over that line: %1 ms to the rows of the last text, the query alone %2 ms"_s
                .arg(slowly.lastMilliseconds, 0, 'f', 1)
                .arg(alone, 0, 'f', 1));
        mostUnderWay = std::max(mostUnderWay, double(slowly.mostUnderWay));
        longestLast = std::max(longestLast, slowly.lastMilliseconds - alone);
    }
    return {{u"key"_s, median(slow)},
            {u"quick"_s, median(quick)},
            {u"beyond"_s, median(beyond)},
            {u"underWay"_s, mostUnderWay},
            {u"last"_s, longestLast}};
}

void benchSlowLine(Workshop&, const BrowsedBook& book, Report& report)
{
    const QJsonObject answer = inWindow(u"type"_s, {.book = book.settings, .rows = book.rows});
    const auto add = [&](const QString& name, const QString& number, double limit) {
        report.add({.name = name.arg(book.name()),
                    .ours = answer[number].toDouble(),
                    .limited = Figure::Limited::Ours,
                    .limit = limit});
    };
    say(u"key from idle over a line of %1 ms: %2 ms, without it %3 ms"_s
            .arg(std::chrono::milliseconds(roundTrip).count())
            .arg(answer[u"key"].toDouble(), 0, 'f', 1)
            .arg(answer[u"quick"].toDouble(), 0, 'f', 1));
    add(u"Key to rows painted over a line of 50 ms, %1, beyond what it takes without (ms)"_s,
        u"beyond"_s, mostMilliseconds);
    add(u"Pages under way at once, a key held down over that line, %1"_s, u"underWay"_s, 1);
    // The last key may come just after another text was asked for, whose answer it waits for.
    add(u"Rows of the last text after that, %1, beyond what the query takes (ms)"_s, u"last"_s,
        2 * mostMilliseconds);
}

} // namespace clientele::bench
