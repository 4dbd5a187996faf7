// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagnostics/activityfilter.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;

namespace clientele {

/// Over the log: words to look for, which kind of record, and how many there are.
class LogFilters final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogFilters)

public:
    explicit LogFilters(QWidget* parent = nullptr);

    [[nodiscard]] QString words() const;
    void setCount(const QString& text);
    void focusWords();
    void clear();

Q_SIGNALS:
    void kindChosen(clientele::ActivityFilter::Show kind);
    void wordsTyped(const QString& words);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* m_words;
    QButtonGroup* m_kinds;
    QLabel* m_count;
};

} // namespace clientele
