// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace clientele {

/// The field that filters as one types. Esc clears it, Enter and Down go on to the table.
class SearchField final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchField)

public:
    explicit SearchField(QWidget* parent = nullptr);

    /// Where a chip or a view wrote it; the cursor stays where it is in what was typed.
    void showText(const QString& text);

Q_SIGNALS:
    void leaveRequested();
    void helpRequested();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace clientele
