// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;
class QPushButton;

namespace clientele {

class StatusDot;

/// Connection, zone and time of the last answer; the last act with Undo; on the right whatever jobs
/// there are.
class StatusLine final : public QStatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setConnection(const QColor& color, const QString& text);
    void setAnswerTime(qint64 milliseconds);
    void setUnsaved(int count);
    void showAct(const QString& text, bool undoable);
    void clearAct() { showAct({}, false); }

Q_SIGNALS:
    void undoRequested();

private:
    StatusDot* m_dot;
    QLabel* m_connection;
    QLabel* m_act;
    QPushButton* m_undo;
    QLabel* m_unsaved;
    QString m_where;
    QString m_answer;

    void describe();
};

} // namespace clientele
