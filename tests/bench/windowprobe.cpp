// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/windowprobe.h"

#include "core/config/connectionurl.h"
#include "tests/bench/madeupcustomers.h"
#include "tests/bench/measure.h"
#include "tests/bench/workshop.h"
#include "ui/common/jsonstore.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/searchcontroller.h"
#include "ui/models/customertablemodel.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTextStream>

namespace clientele::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int times = 200;

} // namespace

WindowProbe::WindowProbe(Book& book)
    : m_store(std::make_unique<JsonStore>(m_folder.path())),
      m_page(
          std::make_unique<CustomersPage>(book, Profile{.connection = book.settings()}, *m_store))
{
    m_page->resize(1200, 800);
    m_page->show();
    m_page->search().start();
    waitFor([this] { return m_page->model().total() >= 0; });
    m_page->repaint();
}

WindowProbe::~WindowProbe() = default;

void WindowProbe::waitFor(const std::function<bool()>& condition)
{
    QEventLoop loop;
    while (!condition())
        loop.processEvents(QEventLoop::WaitForMoreEvents);
}

double WindowProbe::search(const QString& text)
{
    return secondsOf([&] {
        bool shown = false;
        const auto connection = QObject::connect(&m_page->model(), &CustomerTableModel::queryShown,
                                                 m_page.get(), [&shown] { shown = true; });
        m_page->search().setText(text);
        waitFor([&shown] { return shown; });
        QObject::disconnect(connection);
        m_page->repaint();
    });
}

double WindowProbe::jump(int row)
{
    return secondsOf([&] {
        m_page->table().verticalScrollBar()->setValue(row);
        waitFor([&] { return m_page->model().customerAt(row) != nullptr; });
        m_page->repaint();
    });
}

QString WindowProbe::command()
{
    return u"window"_s;
}

WindowProbe::Answers WindowProbe::run(const ConnectionSettings& book, qint64 rows)
{
    const QByteArray printed =
        runProgram(QCoreApplication::applicationFilePath(),
                   {command(), ConnectionUrl::render(book), u"--rows"_s, QString::number(rows)});
    const QJsonDocument answers = QJsonDocument::fromJson(printed);
    return {.keyMilliseconds = answers[u"key"].toDouble(),
            .jumpMilliseconds = answers[u"jump"].toDouble(),
            .opened = answers[u"opened"].toDouble(),
            .used = answers[u"used"].toDouble()};
}

int WindowProbe::runAsChild(const QString& url, qint64 rows)
{
    const auto parsed = ConnectionUrl::parse(url);
    if (!parsed)
        qFatal("Not a book's URL: %s", qPrintable(url));
    const auto book = openBook(parsed->settings);
    WindowProbe probe(*book);
    const double opened = residentMegabytes(QCoreApplication::applicationPid());

    std::vector<double> keys;
    for (const QString& text : madeup::searches(times, rows))
        keys.push_back(probe.search(text) * 1000);
    probe.search({});
    probe.waitFor([&] { return probe.m_page->model().total() >= rows; });

    std::vector<double> jumps;
    QRandomGenerator places(1);
    const int end = probe.m_page->table().verticalScrollBar()->maximum();
    for (int i = 0; i < times; ++i)
        jumps.push_back(probe.jump(places.bounded(end)) * 1000);

    const QJsonObject answers{{u"key"_s, percentile95(keys)},
                              {u"jump"_s, percentile95(jumps)},
                              {u"opened"_s, opened},
                              {u"used"_s, residentMegabytes(QCoreApplication::applicationPid())}};
    QTextStream(stdout) << QJsonDocument(answers).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}

} // namespace clientele::bench
