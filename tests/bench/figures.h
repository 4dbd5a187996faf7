// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace clientele::bench {

/// One measured claim. The name is a sentence with its unit at the end: "… (ms)".
struct Figure
{
    enum class Limited
    {
        Ratio, ///< ours / peer is at most limit
        Ours,  ///< ours itself is at most limit, whatever the peer does
    };

    QString name;
    double ours = 0;
    std::optional<double> peer;
    Limited limited = Limited::Ratio;
    std::optional<double> limit; ///< none where the figure only tells

    [[nodiscard]] std::optional<double> ratio() const;
    [[nodiscard]] bool holds() const;
};

/// Prints figures as they come, as lines for people or as JSON, and knows whether all hold.
class Report final
{
public:
    explicit Report(bool json) : m_json(json) {}

    void add(const Figure& figure);
    [[nodiscard]] bool allHold() const { return m_missed == 0; }

private:
    bool m_json;
    bool m_begun = false;
    int m_missed = 0;
};

} // namespace clientele::bench
