// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QList>
#include <QStringList>
#include <QWidget>

namespace clientele {

/// The name of one step: "✓ File" behind, "4 Check" where one is, "5 Import" ahead.
class StepButton final : public QAbstractButton
{
    Q_OBJECT

public:
    enum class State
    {
        Behind,
        Current,
        Ahead
    };

    StepButton(int number, const QString& name, QWidget* parent);

    void setState(State state);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString label() const;
    [[nodiscard]] QFont labelFont() const;

    int m_number;
    QString m_name;
    State m_state = State::Ahead;
};

/// The steps of a dialog in a row; those that can be gone to are buttons.
class StepBar final : public QWidget
{
    Q_OBJECT

public:
    StepBar(const QStringList& names, QWidget* parent = nullptr);

    void setCurrent(int step);
    void setReachable(int step, bool reachable);

Q_SIGNALS:
    void chosen(int step);

private:
    QList<StepButton*> m_buttons;
};

} // namespace clientele
