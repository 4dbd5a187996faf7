// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace clientele {

/// A bar at the top of the page that it concerns: what happened, and the actions that mend it.
/// Hidden until something is shown.
class MessageBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageBar)

public:
    enum class Severity
    {
        Info,
        Ok,
        Warning,
        Error
    };

    explicit MessageBar(QWidget* parent = nullptr);

    /// Replaces what is shown, actions too. A bar that cannot be closed goes by dismiss().
    void showMessage(Severity severity, const QString& text, bool closable = true);
    /// Adds a button to what is shown.
    void addAction(const QString& text, std::function<void()> run);
    /// Other words for what is shown, without telling it anew: for what counts down.
    void setText(const QString& text);
    void dismiss();

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    Severity m_severity = Severity::Info;
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_actions;
    QPushButton* m_close;

    void restyle();
};

} // namespace clientele
