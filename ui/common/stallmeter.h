// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <array>

namespace clientele {

/// Measures how long the event loop is kept from its work: a timer of 5 ms, whose lateness is
/// counted by whole milliseconds. Where CLIENTELE_STALL_LOG names a file, the figures are written
/// there when the program ends.
class StallMeter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StallMeter)

public:
    struct Figures
    {
        qint64 beats = 0;
        double median = 0; ///< milliseconds, as the others
        double p999 = 0;
        double longest = 0;
    };

    explicit StallMeter(QObject* parent = nullptr);
    ~StallMeter() override;

    void start();
    [[nodiscard]] Figures figures() const;
    /// One line for people.
    [[nodiscard]] QString summary() const;
    void reset();

private:
    static constexpr int interval = 5;

    QTimer m_timer;
    QElapsedTimer m_clock;
    std::array<qint64, 1001> m_counts{}; ///< gaps by milliseconds; the last counts all longer ones
    qint64 m_beats = 0;
    double m_longest = 0;

    void beat();
    [[nodiscard]] double percentile(double share) const;
};

} // namespace clientele
