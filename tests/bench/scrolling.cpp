// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/rawpeer.h"
#include "tests/bench/windowchild.h"
#include "ui/customers/customertableview.h"
#include "ui/models/customertablemodel.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

namespace clientele::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int jumps = 200;
constexpr int jumpsBetweenEnds = 50; ///< so that the ends are not just at hand
constexpr double frame = 1000 / 60.0;
constexpr auto keyRepeat = 33ms;

/// Looks at the window once a frame, and knows for how long it showed placeholders without a break.
class PlaceholderWatch final : public QObject
{
    Q_DISABLE_COPY_MOVE(PlaceholderWatch)

public:
    explicit PlaceholderWatch(const WindowProbe& probe) : m_probe(probe)
    {
        m_frames.setTimerType(Qt::PreciseTimer);
        connect(&m_frames, &QTimer::timeout, this, &PlaceholderWatch::look);
        m_frames.start(qRound(frame));
    }
    [[nodiscard]] double longestInFrames() const { return std::round(m_longest / frame); }

private:
    void look()
    {
        const bool shows = m_probe.showsRows();
        if (m_since.isValid())
            m_longest = std::max(m_longest, double(m_since.nsecsElapsed()) / 1e6);
        if (shows)
            m_since.invalidate();
        else if (!m_since.isValid())
            m_since.start();
    }

    const WindowProbe& m_probe;
    QTimer m_frames;
    QElapsedTimer m_since; ///< invalid where no placeholder was seen
    double m_longest = 0;
};

double holdPageDown(WindowProbe& probe, std::chrono::milliseconds time)
{
    probe.jump(0);
    const PlaceholderWatch watch(probe);
    QTimer repeat;
    repeat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&repeat, &QTimer::timeout, &probe.table(),
                     [&] { QTest::keyPress(&probe.table(), Qt::Key_PageDown); });
    repeat.start(keyRepeat);
    probe.pause(time);
    if (probe.table().verticalScrollBar()->value() == 0)
        qFatal("Page Down does not scroll");
    return watch.longestInFrames();
}

/// What programs do that know nothing better; seconds each, so a few places have to do. On SQLite
/// they have no index at all for names, and would sort for minutes.
std::optional<double> plainOffset(const BrowsedBook& book)
{
    if (book.settings.engine == Engine::Sqlite)
        return std::nullopt;
    const auto peer = RawPeer::connect(book.settings);
    std::vector<double> times;
    for (const qint64 quarter : {1, 2, 3}) {
        times.push_back(
            1000 * peer->seconds(Statement{
                       .sql = u"SELECT * FROM customer ORDER BY name, id LIMIT 200 OFFSET %1"_s.arg(
                           book.rows / 4 * quarter)}));
    }
    return median(times);
}

std::vector<double> all(const std::vector<QJsonObject>& answers, const QString& name)
{
    std::vector<double> numbers;
    for (const QJsonObject& answer : answers)
        std::ranges::copy(toNumbers(answer[name]), std::back_inserter(numbers));
    return numbers;
}

} // namespace

QJsonObject scrollInWindow(const WindowTask& task)
{
    const auto book = openBook(task.book);
    WindowProbe probe(*book);
    std::vector<double> times, ends, homes;
    QRandomGenerator places(1);
    const int last = probe.table().verticalScrollBar()->maximum();
    for (int i = 1; i <= jumps; ++i) {
        times.push_back(probe.jump(places.bounded(last)));
        if (i % jumpsBetweenEnds == 0) {
            ends.push_back(probe.press(Qt::Key_End, Qt::ControlModifier));
            homes.push_back(probe.press(Qt::Key_Home, Qt::ControlModifier));
        }
    }
    const double frames = holdPageDown(probe, task.isLong ? 30s : 10s);
    return {{u"jumps"_s, toJson(times)},
            {u"ends"_s, toJson(ends)},
            {u"homes"_s, toJson(homes)},
            {u"frames"_s, QJsonArray{frames}},
            {u"waits"_s, toJson(probe.waits())}};
}

void benchScrolling(Workshop& workshop, const BrowsedBook& book, Report& report)
{
    std::vector<QJsonObject> answers;
    std::vector<double> times;
    for (int run = 0; run < workshop.runs(); ++run) {
        answers.push_back(inWindow(
            u"scroll"_s,
            {.book = book.settings, .rows = book.rows, .isLong = workshop.options().isLong}));
        times.push_back(percentile(toNumbers(answers.back()[u"jumps"]), 0.95));
    }
    const auto add = [&](const QString& name, double ours, double limit) {
        report.add({.name = name.arg(book.name()),
                    .ours = ours,
                    .limited = Figure::Limited::Ours,
                    .limit = limit});
    };
    report.add(
        {.name = u"Jump anywhere to rows painted, %1, 95th percentile (ms)"_s.arg(book.name()),
         .ours = median(times),
         .peer = plainOffset(book),
         .limited = Figure::Limited::Ours,
         .limit = 100});
    add(u"Ctrl+End to rows painted, %1, 95th percentile (ms)"_s,
        percentile(all(answers, u"ends"_s), 0.95), 100);
    add(u"Ctrl+Home to rows painted, %1, 95th percentile (ms)"_s,
        percentile(all(answers, u"homes"_s), 0.95), 100);
    add(u"Page Down held, %1: longest sight of a placeholder (frames)"_s,
        median(all(answers, u"frames"_s)), 2);
    addWaits(report, u"scrolling in "_s + book.name(), answers);
}

} // namespace clientele::bench
