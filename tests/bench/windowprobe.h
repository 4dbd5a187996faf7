// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/book.h"
#include "ui/common/stallmeter.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace clientele {
class CustomersPage;
class CustomerTableModel;
class CustomerTableView;
class JsonStore;
} // namespace clientele

namespace clientele::bench {

/// The real page of customers, off screen, used as a person would: what is measured ends with rows
/// painted.
class WindowProbe final
{
    Q_DISABLE_COPY_MOVE(WindowProbe)

public:
    using Milliseconds = std::chrono::milliseconds;

    /// Returns once the customers are there and counted. The book must outlive it.
    explicit WindowProbe(Book& book);
    ~WindowProbe();

    [[nodiscard]] CustomersPage& page() const { return *m_page; }
    [[nodiscard]] CustomerTableModel& model() const;
    [[nodiscard]] CustomerTableView& table() const;
    /// How long the event loop was kept, from the first rows on.
    [[nodiscard]] StallMeter::Figures waits() const { return m_meter.figures(); }

    // In milliseconds until the rows are painted
    double search(const QString& text);
    double jump(int row);
    double press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    /// No row on the screen is a placeholder.
    [[nodiscard]] bool showsRows() const;
    /// Lets the window work. False where that took longer than @p patience; without it, something
    /// is wrong.
    bool waitFor(const std::function<bool()>& condition);
    bool waitFor(const std::function<bool()>& condition, Milliseconds patience);
    void pause(Milliseconds time);

private:
    double untilPainted(const std::function<void()>& act, const std::function<bool()>& done);

    QTemporaryDir m_folder;
    std::unique_ptr<JsonStore> m_store;
    std::unique_ptr<CustomersPage> m_page;
    StallMeter m_meter;
};

} // namespace clientele::bench
