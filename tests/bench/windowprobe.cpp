// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/windowprobe.h"

#include "tests/bench/measure.h"
#include "ui/common/jsonstore.h"
#include "ui/customers/customerspage.h"
#include "ui/customers/customertableview.h"
#include "ui/customers/searchcontroller.h"
#include "ui/models/customertablemodel.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

namespace clientele::bench {

using namespace std::chrono_literals;

WindowProbe::WindowProbe(Book& book)
    : m_store(std::make_unique<JsonStore>(m_folder.path())),
      m_page(
          std::make_unique<CustomersPage>(book, Profile{.connection = book.settings()}, *m_store))
{
    m_page->resize(1200, 800);
    m_page->show();
    m_page->search().start();
    waitFor([this] { return !model().isEstimate() && showsRows(); });
    m_page->repaint();
    // The first paint of a window is none of the waits that a person feels while working.
    pause(100ms);
    m_meter.start();
}

WindowProbe::~WindowProbe() = default;

CustomerTableModel& WindowProbe::model() const
{
    return m_page->model();
}

CustomerTableView& WindowProbe::table() const
{
    return m_page->table();
}

bool WindowProbe::waitFor(const std::function<bool()>& condition)
{
    constexpr auto forever = 5min;
    if (!waitFor(condition, forever))
        qFatal("The window does not get there within minutes");
    return true;
}

bool WindowProbe::waitFor(const std::function<bool()>& condition, Milliseconds patience)
{
    QEventLoop loop;
    QTimer alarm; // wakes the loop where nothing else does
    alarm.start(patience);
    const QDeadlineTimer deadline(patience);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

void WindowProbe::pause(Milliseconds time)
{
    waitFor([] { return false; }, time);
}

double WindowProbe::untilPainted(const std::function<void()>& act,
                                 const std::function<bool()>& done)
{
    return 1000 * secondsOf([&] {
               act();
               waitFor(done);
               m_page->repaint();
           });
}

double WindowProbe::search(const QString& text)
{
    bool shown = false;
    const auto connection =
        QObject::connect(&model(), &CustomerTableModel::queryShown, m_page.get(), [&] {
            // The answer to what was typed before may still come in.
            shown = model().query().text == text;
        });
    const double milliseconds =
        untilPainted([&] { m_page->search().setText(text); }, [&] { return shown && showsRows(); });
    QObject::disconnect(connection);
    return milliseconds;
}

double WindowProbe::jump(int row)
{
    return untilPainted([&] { table().verticalScrollBar()->setValue(row); },
                        [&] { return showsRows(); });
}

double WindowProbe::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    return untilPainted([&] { QTest::keyClick(&table(), key, modifiers); },
                        [&] { return showsRows(); });
}

bool WindowProbe::showsRows() const
{
    const int rows = model().rowCount();
    const int first = table().rowAt(0);
    if (rows == 0 || first < 0)
        return true;
    const int below = table().rowAt(table().viewport()->height() - 1);
    const int last = below < 0 ? rows - 1 : below;
    for (int row = first; row <= last; ++row) {
        if (model().index(row, 0).data(CustomerTableModel::LoadingRole).toBool())
            return false;
    }
    return true;
}

} // namespace clientele::bench
