// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QFrame;
class QPushButton;

namespace clientele {

class BookSwitcher;
class MainActions;
class SearchField;
struct Profile;

/// The one row of controls: book, search, New, Import, and a menu of the rest; under it the colour
/// of a production book.
class ToolBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToolBar)

public:
    explicit ToolBar(const MainActions& actions, QWidget* parent = nullptr);

    [[nodiscard]] BookSwitcher& switcher() const { return *m_switcher; }
    [[nodiscard]] SearchField& search() const { return *m_search; }
    void setProfile(const Profile& profile, const QColor& state);

protected:
    void changeEvent(QEvent* event) override;

private:
    BookSwitcher* m_switcher;
    SearchField* m_search;
    QFrame* m_band;
    QColor m_bandColor;

    QPushButton* addButton(QAction* action, const QString& text, bool primary);
};

} // namespace clientele
