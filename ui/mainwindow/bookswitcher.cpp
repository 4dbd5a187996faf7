// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/bookswitcher.h"

#include "ui/common/icons.h"
#include "ui/common/statusdot.h"

#include <QMenu>
#include <QPainter>
#include <QStyle>

namespace clientele {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 260;
constexpr int around = 68; ///< dot, chevron, lock and the room between

} // namespace

BookSwitcher::BookSwitcher(QWidget* parent) : QPushButton(parent), m_menu(new QMenu(this))
{
    setObjectName(u"bookSwitcher"_s);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        fillMenu();
        Q_EMIT aboutToOpen();
    });
}

QColor BookSwitcher::colorOf(const Profile& profile)
{
    if (!profile.colour.isEmpty())
        return QColor(profile.colour);
    if (profile.production)
        return Theme::color(Token::Bad);
    return Theme::color(profile.origin == Profile::Origin::LocalBook ? Token::Ok : Token::Accent);
}

void BookSwitcher::setListing(const profiles::Listing& listing)
{
    m_listing = listing;
    if (m_menu->isVisible())
        fillMenu();
}

void BookSwitcher::setCurrent(const Profile& profile, const QColor& state)
{
    m_current = profile;
    m_state = state;
    setAccessibleName(tr("Book: %1").arg(profile.name));
    setToolTip(profile.connection.location());
    updateGeometry();
    update();
}

void BookSwitcher::fillMenu()
{
    m_menu->clear();
    for (const Profile& profile : std::as_const(m_listing.profiles)) {
        QString text = profile.name;
        text.replace(u'&', u"&&"_s);
        if (profile.production && !profile.name.contains(tr("production"), Qt::CaseInsensitive))
            text = tr("%1 (production)").arg(text);
        if (profile.connection.readOnly)
            text = tr("%1 (read only)").arg(text);
        QAction* action =
            m_menu->addAction(StatusDot::drawn(colorOf(profile), 16, devicePixelRatioF()), text);
        QFont bold = action->font();
        bold.setBold(profile.name == m_current.name);
        action->setFont(bold);
        connect(action, &QAction::triggered, this, [this, profile] { Q_EMIT chosen(profile); });
    }
    m_menu->addSeparator();
    QAction* manage = m_menu->addAction(clientele::icon(u"settings"), tr("Manage connections…"));
    connect(manage, &QAction::triggered, this, &BookSwitcher::manageRequested);
}

QSize BookSwitcher::sizeHint() const
{
    const int text = fontMetrics().horizontalAdvance(m_current.name);
    return {std::min(widest, text + around + (m_current.connection.readOnly ? 20 : 0)), 32};
}

void BookSwitcher::paintEvent(QPaintEvent* event)
{
    QPushButton::paintEvent(event);
    QPainter painter(this);
    const auto place = [this](const QRect& logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    const int middle = height() / 2;
    const QRect dot = place(QRect(12, middle - 8, 16, 16));
    painter.drawPixmap(dot.topLeft(), StatusDot::drawn(m_state, 16, devicePixelRatioF()));
    clientele::icon(u"chevron-down")
        .paint(&painter, place(QRect(width() - 26, middle - 7, 14, 14)));
    int right = width() - 30;
    if (m_current.connection.readOnly) {
        clientele::icon(u"lock").paint(&painter, place(QRect(right - 16, middle - 7, 14, 14)));
        right -= 20;
    }
    const QRect text(34, 0, right - 34, height());
    painter.setPen(Theme::color(Token::Text));
    painter.drawText(place(text),
                     Qt::AlignVCenter |
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
                     fontMetrics().elidedText(m_current.name, Qt::ElideRight, text.width()));
}

} // namespace clientele
