// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/profileservice.h"

#include <QPushButton>

class QMenu;

namespace clientele {

/// The button that names the open book, with a menu of all others.
class BookSwitcher final : public QPushButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BookSwitcher)

public:
    explicit BookSwitcher(QWidget* parent = nullptr);

    void setListing(const profiles::Listing& listing);
    void setCurrent(const Profile& profile, const QColor& state);
    /// The colour of a profile: its own, or one for what it is.
    static QColor colorOf(const Profile& profile);

Q_SIGNALS:
    void chosen(const clientele::Profile& profile);
    void manageRequested();
    /// The menu opens: a chance to read the profiles anew.
    void aboutToOpen();

protected:
    void paintEvent(QPaintEvent* event) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

private:
    QMenu* m_menu;
    profiles::Listing m_listing;
    Profile m_current;
    QColor m_state;

    void fillMenu();
};

} // namespace clientele
