// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace clientele {

/// A page for when there is nothing to list: what is the matter, and what can be done about it.
class StatePage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatePage)

public:
    explicit StatePage(QWidget* parent = nullptr);

    /// Replaces what is shown, buttons too.
    void describe(QStringView iconName, const QString& title, const QString& text);
    void addAction(const QString& text, bool primary, std::function<void()> run);
    /// A line below the buttons that may change by itself; describe() takes it away.
    void setNote(const QString& text);
    [[nodiscard]] QString text() const;

private:
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QHBoxLayout* m_actions;
    QLabel* m_note;
};

} // namespace clientele
