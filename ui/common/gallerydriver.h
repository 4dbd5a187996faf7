// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>
#include <vector>

namespace clientele {

/// Brings a widget into a state as a person would, step by step, each as soon as it is possible.
class GalleryDriver final : public QObject
{
    Q_OBJECT

public:
    struct Step
    {
        std::function<bool()> possible;
        std::function<void()> act;
    };

    /// Goes with @p widget.
    GalleryDriver(QWidget* widget, std::vector<Step> steps);

    /// True once every step of the widget's driver has been made; true where it has no driver.
    static bool isDone(const QWidget& widget);

    /// Clicks the button of that name within @p widget, once it can be clicked.
    static Step click(QWidget* widget, const QString& button);
    /// Only waits.
    static Step until(std::function<bool()> condition);

private:
    void go();

    std::vector<Step> m_steps;
    size_t m_next = 0;
    QTimer m_timer;
};

} // namespace clientele
